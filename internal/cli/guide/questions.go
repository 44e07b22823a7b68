package guide

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/term"
	"ntm/internal/vi"
	"ntm/internal/whole"
)

// mostShown is how many choices a list shows: with the prompt they fit a small
// window.
const mostShown = 15

func askYear(g *guide) ([]string, error) {
	lib, err := g.program.Library()
	if err != nil {
		return nil, g.failed(err)
	}
	proposed := g.year
	if proposed == 0 {
		proposed = g.at.Now().Year()
	}
	for {
		answer, err := g.ask("Năm xét công nhận", strconv.Itoa(proposed))
		if err != nil {
			return nil, err
		}
		year, err := strconv.Atoi(answer)
		if err != nil {
			g.Line("Chưa hiểu %q. Gõ năm bằng bốn chữ số, ví dụ 2025.", answer)
			continue
		}
		if err := lib.HasYear(year); err != nil {
			term.Tell(g.at.Stderr, err)
			continue
		}
		g.year = year
		g.lacking(year, "hoặc gõ 0 rồi chọn việc %d.")
		return []string{"--year", answer}, nil
	}
}

func askCommune(g *guide) ([]string, error) {
	g.Line("Gõ mã xã, hoặc tên xã kèm huyện, tỉnh nếu cần; không dấu cũng được.")
	text, err := g.ask("Xã nào (ví dụ: quang trung thanh hoa)", "")
	for err == nil {
		found := communesOfYear(text, g.year)
		if len(found) > mostShown && tooShort(text, found) {
			g.Item(0, "", fmt.Sprintf("%q có trong tên, mã của %d đơn vị. Gõ thêm chữ: tên xã, kèm huyện hoặc tỉnh.",
				text, len(found)))
			text, err = g.ask("Xã nào", "")
			continue
		}
		shown := found[:min(len(found), mostShown)]
		for i, c := range shown {
			g.Line("  %d. %s (mã %s)%s", i+1, c.Unit, c.Code, c.why)
		}
		prompt, proposed := "Gõ số để chọn, hoặc gõ lại tên", ""
		if len(found) == 1 || isNamed(text, found) {
			proposed = "1"
		}
		switch {
		case len(found) == 0:
			g.Item(0, "", fmt.Sprintf("Không thấy xã nào như %q trong danh mục cuối năm %d. Thử bớt chữ, hoặc gõ "+
				"mã xã; sau sáp nhập, dùng tên xã mới.", text, g.year))
			prompt, proposed = "Xã nào", ""
		case len(found) > len(shown):
			g.Line("  … và %d đơn vị khác: gõ thêm tên huyện hoặc tỉnh để thu hẹp.", len(found)-len(shown))
		}
		if text, err = g.ask(prompt, proposed); err != nil {
			break
		}
		i, ok := pick(text, len(shown))
		switch {
		case ok && !shown[i].Rural():
			g.Item(0, "", vi.Capital(shown[i].String())+" không phải là xã nên không xét nông thôn mới.")
			text, err = g.ask("Xã nào", "")
		case ok:
			g.slug = vi.Slug(shown[i].Name)
			return append([]string{"--commune", shown[i].Code}, shown[i].more...), nil
		}
	}
	return nil, err
}

func askLevel(g *guide) ([]string, error) {
	lib, err := g.program.Library()
	if err != nil {
		return nil, g.failed(err)
	}
	levels := slices.DeleteFunc(slices.Clone(criteria.Levels), func(l criteria.Level) bool {
		_, ok := lib.Standard(l, g.year)
		return !ok
	})
	return g.askLevelOf(levels, "Mức xã phấn đấu", slices.Index(levels, criteria.Level(g.level)))
}

// askLevelOf asks for one of levels; where there is no choice it does not ask.
func (g *guide) askLevelOf(levels []criteria.Level, prompt string, proposed int) ([]string, error) {
	i := 0
	if len(levels) > 1 {
		titles := list.Map(levels, func(l criteria.Level) string { return "Xã " + l.Title() })
		var err error
		if i, err = g.choose(prompt, titles, max(proposed, 0)); err != nil {
			return nil, err
		}
	}
	g.level = string(levels[i])
	return []string{"--level", g.level}, nil
}

// askProposed asks which level the dossier proposes, of those of the report's
// year; the highest that is eligible is the default.
func askProposed(g *guide) ([]string, error) {
	a, err := g.program.Assess(g.file)
	if err != nil {
		return nil, g.failed(err)
	}
	g.year, g.slug = a.Year, vi.Slug(a.Commune.Name)
	var levels []criteria.Level
	proposed := 0
	for i, l := range a.Levels {
		levels = append(levels, l.Level)
		if l.Verdict == assess.Eligible {
			proposed = i
		}
	}
	return g.askLevelOf(levels, "Đề nghị công nhận mức nào", proposed)
}

// askIndicator asks for an indicator or a condition of the report by its number
// or by words of its name.
func askIndicator(g *guide) ([]string, error) {
	a, err := g.program.Assess(g.file)
	if err != nil {
		return nil, g.failed(err)
	}
	levels := list.Map(a.Levels, func(l assess.Level) criteria.Level { return l.Level })
	if _, err := g.askLevelOf(levels, "Xem ở mức nào", slices.Index(levels, criteria.Level(g.level))); err != nil {
		return nil, err
	}
	level := &a.Levels[slices.Index(levels, criteria.Level(g.level))]
	text, err := g.ask("Số hoặc tên chỉ tiêu (ví dụ: 10, hoặc thu nhap)", "")
	for err == nil {
		var found []assess.Judged
		for x := range level.Judged() {
			if x.No == text {
				return []string{x.ID}, nil
			}
			if wordsStandIn(strings.Fields(vi.Fold(text)), strings.Fields(vi.Fold(x.Title()))) {
				found = append(found, x)
			}
		}
		found = found[:min(len(found), mostShown)]
		if len(found) == 0 {
			g.Item(0, "", fmt.Sprintf("Không có chỉ tiêu nào như %q ở mức này. Gõ số của chỉ tiêu, hoặc một từ "+
				"trong tên của nó, không dấu cũng được.", text))
			text, err = g.ask("Số hoặc tên chỉ tiêu", "")
			continue
		}
		if len(found) == 1 {
			return []string{found[0].ID}, nil
		}
		options := list.Map(found, func(x assess.Judged) string {
			return fmt.Sprintf("%s: %s", x.Title(), x.Outcome.Word())
		})
		i, err := g.choose("Chỉ tiêu nào", options, 0)
		if err != nil {
			return nil, err
		}
		return []string{found[i].ID}, nil
	}
	return nil, err
}

func askForm(g *guide) ([]string, error) {
	path, force, err := g.askNew("Ghi biểu mẫu ra tệp", fmt.Sprintf("bieu-mau-%s-%d", g.slug, g.year))
	g.file = path
	return append([]string{"-o", path}, force...), err
}

func askDossier(g *guide) ([]string, error) {
	path, force, err := g.askNew("Ghi hồ sơ ra tệp", fmt.Sprintf("ho-so-%s-%s-%d", g.slug, g.level, g.year))
	return append([]string{"--dossier", path}, force...), err
}

// askNew asks for the workbook to write; it is not written over another unless
// the person says so, and then force holds the flag.
func (g *guide) askNew(prompt, base string) (path string, force []string, err error) {
	proposed := base + ".xlsx"
	for n := 2; exists(proposed); n++ {
		proposed = fmt.Sprintf("%s-%d.xlsx", base, n)
	}
	for {
		if path, err = g.ask(prompt, proposed); err != nil {
			return "", nil, err
		}
		path = unquoted(path)
		if !strings.EqualFold(filepath.Ext(path), ".xlsx") {
			path += ".xlsx"
		}
		wrong := badName(filepath.Base(path))
		if folder := filepath.Dir(path); wrong == "" && !exists(folder) {
			wrong = fmt.Sprintf("Không có thư mục %q. Gõ thư mục đã có, hoặc chỉ tên tệp.", folder)
		}
		if wrong != "" {
			g.Item(0, "", wrong)
			continue
		}
		switch err := whole.May(path, false); {
		case err == nil:
			return path, nil, nil
		case whole.May(path, true) != nil:
			term.Tell(g.at.Stderr, err)
			continue
		}
		over, err := g.yes(fmt.Sprintf("Đã có tệp %s. Ghi đè, mất nội dung cũ?", path))
		if err != nil {
			return "", nil, err
		}
		if over {
			return path, []string{"--force"}, nil
		}
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// unquoted is a path as typed or dropped into the window, which puts quotes
// around one with spaces.
func unquoted(path string) string {
	if len(path) > 1 && path[0] == path[len(path)-1] && strings.ContainsRune(`"'`, rune(path[0])) {
		return path[1 : len(path)-1]
	}
	return path
}

// reserved are the names Windows keeps for devices, with any extension.
var reserved = []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
	"com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}

// badName says what keeps a file of this name from opening on every computer
// the commune's office may use, or "".
func badName(name string) string {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch {
	case strings.ContainsAny(name, `<>:"/\|?*`) || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' }):
		return `Tên tệp không được có các dấu < > : " / \ | ? *. Gõ tên khác.`
	case strings.TrimSpace(stem) == "":
		return "Còn thiếu tên tệp. Gõ cả tên, ví dụ bieu-mau.xlsx."
	case slices.Contains(reserved, strings.TrimSpace(stem)):
		return fmt.Sprintf("Windows giữ riêng tên %q. Gõ tên khác.", name)
	}
	return ""
}

// failed shows what keeps a step from going on; the person is back at the menu.
func (g *guide) failed(err error) error {
	term.Tell(g.at.Stderr, err)
	return errBack
}
