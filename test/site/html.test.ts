import { describe, expect, test } from "vitest";
import { html, joined } from "../../site/src/markup/html.ts";

describe("markup as a template", () => {
  test("a text is escaped wherever it stands", () => {
    const hostile = `"><script>alert('&')</script>`;
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&apos;&amp;&apos;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&apos;&amp;&apos;)&lt;/script&gt;</p>',
    );
  });

  test("markup within markup, alone or in a list, stays as it is; nothing prints nothing", () => {
    const bold = html`<b>${"1 < 2"}</b>`;
    expect(html`${bold}, ${[bold, bold]}${null}.`.text).toBe("<b>1 &lt; 2</b>, <b>1 &lt; 2</b><b>1 &lt; 2</b>.");
    expect(joined([bold, bold])).toBe("<b>1 &lt; 2</b><b>1 &lt; 2</b>");
  });
});
