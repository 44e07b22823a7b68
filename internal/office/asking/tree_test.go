package asking

import (
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/office"
)

// Every judgement of both examples has a tree in which no fact lacks its name and every
// threshold says who has checked it.
func TestTree(t *testing.T) {
	for _, file := range []string{sample, "../../../testdata/xa-gia-dinh-2023.yaml"} {
		a, _, err := office.JudgeFile(t.Context(), packs.Embedded(), file, "v0-thử")
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]int{}
		var walk func(n *Node)
		walk = func(n *Node) {
			checked := 0
			for _, f := range n.Facts {
				said[f.Name]++
				if f.Status != "" {
					checked++
				}
				if strings.Contains(f.Text, "%!") {
					t.Errorf("%+v", f)
				}
			}
			if len(n.Parts) == 0 && checked != 1 || n.Outcome == "" {
				t.Errorf("%+v", n)
			}
			for i := range n.Parts {
				walk(&n.Parts[i])
			}
		}
		for i := range a.Levels {
			for x := range a.Levels[i].Judged() {
				n := Tree(a, x.Judgement)
				walk(&n)
			}
		}
		for _, name := range []string{"Số liệu", "Ngưỡng", "văn bản", "nguồn", "minh chứng"} {
			if said[name] == 0 {
				t.Errorf("%s: nothing says %q", file, name)
			}
		}
	}
}
