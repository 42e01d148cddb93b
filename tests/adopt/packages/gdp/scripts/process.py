raise SystemExit("must never run")
