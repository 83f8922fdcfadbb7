/** Links from the time when a role stood on one page: its anchors are links now, and lead on to what they name. */
const target = location.hash === "" ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (target?.dataset["moved"] !== undefined) {
  const link = target instanceof HTMLAnchorElement ? target : target.querySelector("a");
  if (link !== null) location.replace(link.href);
}

export {};
