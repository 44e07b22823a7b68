package web

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// widths are those of a laptop, the same at 200 %, and a telephone.
var widths = []int64{1366, 683, 390}

// A tick stands on the line of its words and before them, at all widths.
func TestTicksStandBesideTheirWordsInABrowser(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	b := browsed(t, w)
	for _, path := range []string{"/van-phong", year} {
		b.at(path)
		for _, width := range widths {
			b.do(chromedp.EmulateViewport(width, 768))
			apart := value[[]string](
				b,
				`[...document.querySelectorAll("label > [type=checkbox], label > [type=radio]")].
				filter((tick) => {
					const words = document.createRange(), at = tick.getBoundingClientRect();
					words.setStartAfter(tick);
					words.setEnd(tick.parentNode, tick.parentNode.childNodes.length);
					const said = words.getBoundingClientRect();
					return said.width === 0 || said.left < at.right ||
						said.top > at.bottom - 8 || said.bottom < at.top + 8;
				}).map((tick) => tick.parentNode.textContent)`,
			)
			ticks := value[int](b, `document.querySelectorAll("label > [type=checkbox]").length`)
			if len(apart) > 0 || ticks == 0 {
				t.Errorf("%s, %d: %d ticks, not on the line of their words: %q", path, width, ticks, apart)
			}
		}
	}
}

// The inputs of a figure stay in one line whatever is said below some of them.
func TestInputsStayInLineInABrowser(t *testing.T) {
	w := opened(t)
	year := w.begun(t)
	b := browsed(t, w)
	b.at(year + "?muc=nang-cao")
	b.anew("o-income_per_capita", "69 triệu\n")
	b.anew("o-multidimensional_poverty_rate", "nhiều\n")
	b.until(`document.getElementById("o-multidimensional_poverty_rate-noi").textContent !== ""`)
	for _, width := range widths {
		b.do(chromedp.EmulateViewport(width, 768))
		uneven := value[[]string](b, `["income_per_capita", "multidimensional_poverty_rate"].filter((figure) => {
			const all = [...document.querySelectorAll("[data-so=" + figure + "] input[name=chu]")].
				map((i) => i.getBoundingClientRect());
			return all.length < 3 || all.some((a) => all.some((b) => a.top < b.bottom && b.top < a.bottom &&
				(Math.abs(a.top - b.top) > 1 || a !== b && a.left < b.right && b.left < a.right)));
		})`)
		if len(uneven) > 0 {
			t.Errorf("%d: out of line are %q", width, uneven)
		}
	}
}

// The pages of a commune that reports everything hold as those of an empty year do.
func TestAFullYearInABrowser(t *testing.T) {
	w := opened(t)
	year := strings.TrimSuffix(w.full(t), "/so-lieu")
	w.ask(t, sent(t, year+"/minh-chung", "ảnh đường vào thôn.png", drawn(t), "so", "income_per_capita"))
	b := browsed(t, w)
	for _, page := range []string{"so-lieu", "minh-chung", "bang/minh-chung", "bang/hai-long", "tep-rieng/phieu"} {
		b.holdsEverywhere(year+"/"+page+"?muc=ntm", "day-du-"+strings.ReplaceAll(page, "/", "-"))
	}
}
