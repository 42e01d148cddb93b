"""What a page costs a reader on a first visit, measured in a browser: every byte the network brought, headers too."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weight:
    """Bytes, packed as they travel."""

    page: int
    styles: int
    scripts: int
    fonts: int
    rest: int

    @property
    def whole(self):
        return self.page + self.styles + self.scripts + self.fonts + self.rest


PARTS = {"Document": "page", "Stylesheet": "styles", "Script": "scripts", "Font": "fonts"}


def weigh(browser, address, **context):
    """Load a page as a stranger would, wait until nothing more is asked for, and add up what came."""
    visit = browser.new_context(viewport={"width": 360, "height": 740}, **context)
    try:
        tab = visit.new_page()
        wire = visit.new_cdp_session(tab)
        kinds, sums = {}, dict.fromkeys((*PARTS.values(), "rest"), 0)

        def begun(event):
            kinds[event["requestId"]] = PARTS.get(event["type"], "rest")

        def ended(event):
            sums[kinds[event["requestId"]]] += event["encodedDataLength"]

        wire.on("Network.responseReceived", begun)
        wire.on("Network.loadingFinished", ended)
        wire.send("Network.enable")
        wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
        tab.goto(address)
        tab.wait_for_load_state("networkidle")
        return Weight(**{name: round(size) for name, size in sums.items()})
    finally:
        visit.close()
