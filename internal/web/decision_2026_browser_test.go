package web

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/web/door"
	"ntm/internal/whole"

	"github.com/chromedp/chromedp"
)

// poor2026 is an invented commune of 2026 whose income is short of what the invented decision asks.
const poor2026 = `schema: ntm.report.v1
note: Báo cáo giả định, chỉ để thử chương trình; không có xã này.
commune:
  declared: {name: Giả Định, province: Thanh Hóa, region: btb}
year: 2026
date: 2026-12-20
level: ntm
traits: []
figures:
  - {id: income_per_capita, value: 70.9}
  - {id: multidimensional_poverty_rate, value: 1.1}
`

// An invented decision of 2026 from the dropped .docx to signed thresholds: its 47 new indicators are chosen among
// figures, made, mended, added to; the window is closed in the middle and nothing of it is lost; the procedure is
// filled in; a commune that nobody could judge is judged by it, and its verdict is another.
func TestADecisionOf2026InABrowser(t *testing.T) {
	w := lawful(t)
	d := w.Desk
	d.Now = func() time.Time { return time.Date(2026, 12, 31, 9, 0, 0, 0, time.UTC) }
	w = served(t, d, &door.Claim{})
	report := filepath.Join(t.TempDir(), "gia-dinh.yaml")
	if err := os.WriteFile(report, []byte(poor2026), 0o600); err != nil {
		t.Fatal(err)
	}
	year := w.reported(t, report)
	b := browsed(t, w)
	b.at("/quyet-dinh")
	set := filepath.Join(t.TempDir(), "quyet-dinh.docx") // a browser without a language opens no path with tone marks
	if err := whole.Copy("../../testdata/decisions/gia-dinh-tron-bo-2026.docx", set); err != nil {
		t.Fatal(err)
	}
	press := func(button string) { b.do(chromedp.Click(chromedp.CSS(button))) }
	b.do(chromedp.SetUploadFiles(chromedp.ID("tep"), []string{set}))
	press(`form[action$="/quyet-dinh"] button.main`)
	ticked := func(n, of int) {
		t.Helper()
		b.until(fmt.Sprintf(`document.getElementById("dem")?.textContent === "Đã đánh dấu %d/%d dòng."`, n, of))
	}
	ticked(0, 49)
	at := strings.TrimPrefix(value[string](b, `location.pathname`), w.Door.Base)
	b.holdsEverywhere(at, "quyet-dinh-2026")

	// A figure is chosen and a row ticked, each kept as it is done; another row is mended on its own page.
	row := func(no string) string {
		return fmt.Sprintf(`[...document.querySelectorAll("tr[id]")].find(
			(r) => r.querySelector("th a")?.textContent === %q)`, no)
	}
	_ = value[bool](b, `(`+row("2.2")+`.id = "o-22") !== ""`)
	_ = value[bool](b, `(() => { const s = document.querySelector("#o-22 select");
		s.value = [...s.options].find((o) => o.value.includes("(village_road_hardened_rate)")).value;
		s.dispatchEvent(new Event("change", { bubbles: true })); return true })()`)
	press("#o-22 input[type=checkbox]")
	ticked(1, 49)
	_ = value[bool](b, row("1.2")+`.querySelector("th a").click() || true`)
	b.until(`document.querySelector("h1").textContent.startsWith("Chỉ tiêu 1.2")`)
	mend := strings.TrimPrefix(value[string](b, `location.pathname`), w.Door.Base)
	b.holdsEverywhere(mend, "quyet-dinh-dong")
	b.anew("ntm-note", "theo đính chính giả định")
	press("#dung")
	press("main form button.main")
	ticked(2, 49)

	// The window is closed and opened again: another one, at another address.
	d.Library = packs.Embedded()
	w = served(t, d, &door.Claim{})
	b = browsed(t, w)
	b.at("/quyet-dinh")
	b.holdsEverywhere("/quyet-dinh", "quyet-dinh-do")
	press(`main tbody a`)
	ticked(2, 49)
	press("button[value=chac]")
	b.until(`parseInt(document.getElementById("dem")?.textContent.slice(12)) > 30`)
	press("button[value=moi]")
	b.until(`document.querySelector("main") &&
		![...document.querySelectorAll("tr select")].some((s) => s.value === "")`)
	_ = value[bool](b, `document.querySelectorAll("input[name=dung]:not(:checked)").forEach((i) => i.click()) || true`)
	ticked(49, 49)
	b.at(at + "/dong/moi")
	b.holdsEverywhere(at+"/dong/moi", "quyet-dinh-them")
	for id, text := range map[string]string{"ntm-criterion": "10", "ntm-no": "10.9",
		"ntm-new-name": "Số tổ tự quản giả định", "ntm-value": "2"} {
		b.anew(id, text)
	}
	for id, text := range map[string]string{"ntm-name": "Chỉ tiêu giả định ghi thêm", "ntm-unit": "", "ntm-way": "≥",
		"ntm-new-unit": "tổ"} {
		if text != "" && value[bool](b, fmt.Sprintf(`document.getElementById(%q) !== null`, id)) {
			_ = value[bool](b, fmt.Sprintf(`(document.getElementById(%q).value = %q) === ""`, id, text))
		}
	}
	press("main form button.main")
	ticked(50, 50)
	b.at(at + "/thu-tuc")
	b.holdsEverywhere(at+"/thu-tuc", "quyet-dinh-thu-tuc")
	for id, text := range map[string]string{"ntm-decision": "9/2026/QĐ-GIẢ-ĐỊNH", "ntm-date": "1/3/2026"} {
		b.anew(id, text)
	}
	_ = value[bool](b, `(() => { for (const [name, text] of [["arrears", "Có"], ["security", "Có"],
		["satisfaction", "90"], ["coverage", "Không quy định"], ["quorum", "70"]])
		document.getElementsByName("o/" + name + "ntm:value")[0].value = text; return true })()`)
	press("main form button.main")
	b.until(`document.querySelector("main").textContent.includes("đã ghi 5 mục")`)
	for id, text := range map[string]string{"nguoi": "Người Giả Định", "ngay": "15/3/2026",
		"co-quan": "Văn phòng giả định"} {
		b.anew(id, text)
	}
	press(`form[action$="/ky"] button.main`)
	b.until(`document.querySelector("main").textContent.includes("Đã ghi thành quy định")`)
	b.holdsEverywhere(at, "quyet-dinh-2026-ky")

	lib, err := packs.Load(w.Criteria)
	if err != nil {
		t.Fatal(err)
	}
	state, err := lib.StateOf(standardOf(t, lib), "", nil)
	if err != nil || len(lib.Procedures) <= len(packs.Embedded().Procedures) {
		t.Errorf("%+v, %v", state, err)
	}
	press(`form[action$="/danh-gia-lai"] button`)
	b.until(`document.querySelector("main").textContent.includes("Đã đánh giá lại 1/1 hồ sơ")`)
	if said := value[string](b, `document.querySelector("main").textContent`); !strings.Contains(said, "Kết luận đổi") {
		t.Errorf("no verdict is another now: %s", said)
	}
	results := strings.Replace(year, "/so-lieu", "/ket-qua", 1)
	if page := w.get(t, results); !strings.Contains(page, "70,9 triệu đồng/người/năm") {
		t.Errorf("not judged by the decision: %s", page)
	}
	if page := w.get(t, year); !strings.Contains(page, "Chỉ tiêu giả định ghi thêm") {
		t.Error("the added indicator is not asked for")
	}
}

func standardOf(t *testing.T, lib *criteria.Library) *criteria.Standard {
	t.Helper()
	std, ok := lib.StandardByID("ntm-2026-2030")
	if !ok {
		t.Fatal("no standard")
	}
	return std
}
