package council_test

import (
	"crypto/rand"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/council"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func invented(members int, quorum, proposal council.Rule) *council.Council {
	c := &council.Council{ID: "2023-1", Name: "Hội đồng giả định", Province: "tỉnh Giả Định", Year: 2023,
		Level: criteria.NTM, Rules: council.Rules{Quorum: quorum, Proposal: proposal}}
	for i := range members {
		c.Members = append(c.Members, council.Member{Name: strings.Repeat("A", i+1), Office: "Sở giả định",
			Role: council.Ordinary})
	}
	if members > 0 {
		c.Members[0].Role = council.Chair
	}
	return c
}

func rule(percent int64, status criteria.Status) council.Rule {
	return council.Rule{Value: decimal.NewFromInt(percent), Status: status}
}

var cases = []council.Case{{Key: "1", Title: "xã Một"}, {Key: "2", Title: "xã Hai"}}

func TestDecide(t *testing.T) {
	sure, doubtful, none := criteria.Seen, criteria.Doubtful, council.Rule{}
	for name, tt := range map[string]struct {
		members, present, yes int
		quorum, proposal      council.Rule
		carried, words        string
	}{
		"exactly 90 %": {20, 20, 18, rule(70, sure), rule(90, sure), "true",
			"Đạt tỷ lệ để đề nghị công nhận: 18/20 = 90 %"},
		"one vote short": {20, 20, 17, rule(70, sure), rule(90, sure), "false",
			"Chưa đạt tỷ lệ để đề nghị công nhận: 17/20 = 85 %, cần 90 %"},
		"a hair short":       {11, 11, 9, rule(70, sure), rule(90, sure), "false", "9/11 = 81,82 %, cần 90 %"},
		"of those present":   {11, 10, 9, rule(70, sure), rule(90, sure), "true", "9/10 = 90 %"},
		"exactly the quorum": {10, 7, 7, rule(70, sure), rule(90, sure), "true", "100 %"},
		"no quorum": {10, 6, 6, rule(70, sure), rule(90, sure), "false",
			"Chưa đủ thành viên để họp: có mặt 6/10 = 60 %, cần 70 %"},
		"two thirds are not 66.67": {3, 3, 2, rule(1, sure), council.Rule{Value: decimal.RequireFromString("66.67"),
			Status: sure}, "false", "2/3 = 66,67 %, cần 66,67 %"},
		"nobody": {10, 0, 0, rule(70, sure), rule(90, sure), "false", "Chưa đủ"},
		"a doubtful rule, reached": {10, 10, 9, rule(70, sure), rule(90, doubtful), "nil",
			"đạt tỷ lệ cần đạt mức 90 %, nhưng mức này"},
		"a doubtful rule, missed": {10, 10, 8, rule(70, sure), rule(90, doubtful), "nil",
			"chưa đạt tỷ lệ cần đạt mức 90 %, nhưng mức này"},
		"a doubtful quorum": {10, 10, 9, rule(70, doubtful), rule(90, sure), "nil", "tỷ lệ thành viên có mặt"},
		"no rule at all": {10, 10, 10, none, none, "nil",
			"chưa biết tỷ lệ cần đạt: chủ tịch hội đồng kết luận"},
		"failed, quorum unknown": {10, 10, 1, none, rule(90, sure), "false", "Chưa đạt tỷ lệ"},
	} {
		d := council.Decide(invented(tt.members, tt.quorum, tt.proposal), tt.present, &council.Result{For: tt.yes})
		carried := "nil"
		if d.Carried != nil {
			carried = map[bool]string{true: "true", false: "false"}[*d.Carried]
		}
		if carried != tt.carried || !strings.Contains(d.Words(), tt.words) {
			t.Errorf("%s: %s, %q; want %s, %q", name, carried, d.Words(), tt.carried, tt.words)
		}
	}
}

func TestCount(t *testing.T) {
	c := invented(3, council.Rule{}, council.Rule{})
	numbers, err := council.Numbers(rand.Reader, 4)
	if err != nil || !slices.IsSorted(numbers) || len(slices.Compact(slices.Clone(numbers))) != 4 {
		t.Fatal(numbers, err)
	}
	var issued []string
	for _, n := range numbers {
		issued = append(issued, council.NumberDigest(c.ID, n))
	}
	votes := func(texts ...string) []council.Vote {
		var out []council.Vote
		for _, text := range texts {
			yes, rest, _ := strings.Cut(text, "|")
			no, reason, _ := strings.Cut(rest, "|")
			out = append(out, council.Vote{For: yes, Against: no, Reason: reason})
		}
		return out
	}
	handed := []council.Ballot{
		{"d.xlsx", numbers[3], votes("x||", "|X|thiếu nước sạch")},
		{"a.xlsx", numbers[0], votes(" ✓ ||", "|v|chợ chưa đạt")},
		{"c.xlsx", numbers[2], votes("Không đồng ý||", "|đồng ý|")}, // words in the other's box are no vote
	}
	got, err := council.Count(c, cases, issued, handed)
	if err != nil {
		t.Fatal(err)
	}
	if got.Out != 4 || got.Back != 3 || got.Results[0].For != 2 || got.Results[0].Invalid != 1 ||
		got.Results[1].Against != 2 || got.Results[1].Invalid != 1 ||
		strings.Join(got.Results[1].Reasons, ";") != "chợ chưa đạt;thiếu nước sạch" {
		t.Errorf("%+v", got)
	}
	title := "phiếu c.xlsx, " + cases[0].Title + ": "
	if len(got.Void) != 2 || got.Void[0] != title+`ô Đồng ý ghi "Không đồng ý", không phải dấu x` &&
		got.Void[1] != title+`ô Đồng ý ghi "Không đồng ý", không phải dấu x` {
		t.Errorf("%q", got.Void)
	}
	for vote, want := range map[string]string{"x|x|": "đánh dấu cả hai ô", "||": "không đánh dấu ô nào",
		"có||": "", "|có|": `ô Không đồng ý ghi "có"`, "không||": `ô Đồng ý ghi "không"`,
		"a|b|": `ô Đồng ý ghi "a", ô Không đồng ý ghi "b"`} {
		one, err := council.Count(c, cases[:1], issued, []council.Ballot{{"e.xlsx", numbers[1], votes(vote)}})
		if void := strings.Join(one.Void, ";"); err != nil || (void == "") != (want == "") ||
			!strings.Contains(void, want) || one.Results[0].Invalid != len(one.Void) {
			t.Errorf("%q: %q, %+v, %v", vote, void, one.Results, err)
		}
	}
	for name, bad := range map[string][2]string{
		"twice":   {numbers[3], "trùng số với phiếu"},
		"foreign": {"2222-2222-2222-2222", "không do hội đồng phát ra"},
	} {
		_, err := council.Count(c, cases, issued, append(slices.Clone(handed), council.Ballot{File: "la.xlsx",
			Number: bad[0], Votes: votes("x||", "x||")}))
		if err == nil || !strings.Contains(err.Error(), bad[1]) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := council.Count(&council.Council{ID: "2023-2"}, cases, issued, handed); err == nil {
		t.Error("the ballots of another council were counted")
	}
}

// In which order the ballots lie never shows.
func TestOrderOfBallotsNeverShows(t *testing.T) {
	c := invented(5, council.Rule{}, council.Rule{})
	rapid.Check(t, func(t *rapid.T) {
		numbers, _ := council.Numbers(rand.Reader, 5)
		var issued []string
		var handed []council.Ballot
		for _, n := range numbers {
			issued = append(issued, council.NumberDigest(c.ID, n))
			mark := rapid.SampledFrom([]string{"", "x"})
			handed = append(handed, council.Ballot{File: n, Number: n, Votes: []council.Vote{
				{mark.Draw(t, "for"), mark.Draw(t, "against"),
					rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(t, "reason")},
				{mark.Draw(t, "for"), mark.Draw(t, "against"), ""},
			}})
		}
		one, err := council.Count(c, cases, issued, handed)
		other, err2 := council.Count(c, cases, issued, rapid.Permutation(handed).Draw(t, "order"))
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		for i := range one.Results {
			if a, b := one.Results[i], other.Results[i]; a.For+a.Against+a.Invalid != 5 || a.For != b.For ||
				a.Against != b.Against || !slices.Equal(a.Reasons, b.Reasons) {
				t.Fatalf("%+v, %+v", a, b)
			}
		}
	})
}

func TestCheck(t *testing.T) {
	good := invented(3, council.Rule{}, council.Rule{})
	if err := good.Check(); err != nil {
		t.Error(err)
	}
	for name, tt := range map[string]struct {
		change func(*council.Council)
		want   string
	}{
		"no chair":     {func(c *council.Council) { c.Members[0].Role = council.Ordinary }, "0 chủ tịch"},
		"two chairs":   {func(c *council.Council) { c.Members[1].Role = council.Chair }, "2 chủ tịch"},
		"twice":        {func(c *council.Council) { c.Members[1].Name = "a" }, "hai lần"},
		"nameless":     {func(c *council.Council) { c.Members[1].Name = "" }, "chưa có họ tên"},
		"two members":  {func(c *council.Council) { c.Members = c.Members[:2] }, "cần ít nhất 3"},
		"without name": {func(c *council.Council) { c.Name = "" }, "chưa có tên"},
	} {
		c := invented(3, council.Rule{}, council.Rule{})
		tt.change(c)
		if err := c.Check(); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for text, want := range map[string]council.Role{"Chủ tịch": council.Chair,
		"phó chủ tịch hội đồng": council.Deputy, "Thư ký": council.Secretary, "": council.Ordinary,
		"Ủy viên": council.Ordinary} {
		if got, ok := council.ReadRole(text); !ok || got != want {
			t.Errorf("%q is %q", text, got)
		}
	}
	if _, ok := council.ReadRole("bảo vệ"); ok {
		t.Error("a strange role was taken")
	}
}
