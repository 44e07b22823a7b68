package form

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

var (
	shortHeads = strings.NewReplacer("BHYT", "bảo hiểm y tế", "HTX", "hợp tác xã", "NVH", "nhà văn hóa", "THCS",
		"trung học cơ sở", "LĐ", "lao động", "ATTP", "an toàn thực phẩm", "HVS", "hợp vệ sinh")
	// headUnit is the unit in brackets at a head's end, headCount what counts, folded.
	headUnit  = pattern.New(` ?\([^()]*\)$`)
	headCount = pattern.New(`^(?:ty le|ti le|tong so|so luong|so)(?: |$)`)
)

// mostCalled is how many figures a head is asked about.
const mostCalled = 4

// called asks which figures a head means that says a part of their names, "" where there are none
// or too many. Nothing is taken for one: their unit may be another.
func (w *wide) called(head string) string {
	bare := headUnit.ReplaceAllString(vi.NFC(head), "")
	words := strings.TrimSpace(headCount.ReplaceAllString(vi.Fold(shortHeads.Replace(bare)), ""))
	if !strings.Contains(words, " ") { // one word is in too many names
		return ""
	}
	var found, parted []*criteria.Figure
	for _, f := range w.lib.FigureList {
		name := vi.Fold(f.Name)
		if strings.Contains(" "+name+" ", " "+words+" ") {
			found = append(found, f)
		} else if inOrder(strings.Fields(name), strings.Fields(words)) {
			parted = append(parted, f)
		}
	}
	if len(found) == 0 {
		found = parted
	}
	if len(found) == 0 || len(found) > mostCalled {
		return ""
	}
	names := list.Map(found, func(f *criteria.Figure) string { return fmt.Sprintf("%q (%s)", f.Name, f.Unit) })
	return "có phải là " + strings.Join(names, ", hay ") + "? Đúng thì ghi tên ấy làm tiêu đề và số theo đơn vị ấy"
}

// inOrder tells whether words stand in a name in their order, with others between them or not.
func inOrder(name, words []string) bool {
	for _, word := range name {
		if len(words) > 0 && strings.Trim(word, ",;()") == words[0] {
			words = words[1:]
		}
	}
	return len(words) == 0
}
