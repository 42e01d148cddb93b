"""What leaves the site and is kept elsewhere: share pictures, embedded charts, citations, the feed, icons."""
