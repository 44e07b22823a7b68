package council

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"ntm/internal/problem"
	"ntm/internal/vi"
)

// numberBytes are drawn for a ballot's number: nobody guesses another one.
const numberBytes = 10

var letters = base32.NewEncoding("23456789ABCDEFGHJKLMNPQRSTUVWXYZ").WithPadding(
	base32.NoPadding) // none that look alike

// Numbers draws the numbers of n ballots, sorted: their order tells nothing.
func Numbers(random io.Reader, n int) ([]string, error) {
	out := make([]string, n)
	for i := range out {
		var drawn [numberBytes]byte
		if _, err := io.ReadFull(random, drawn[:]); err != nil {
			return nil, err
		}
		text := letters.EncodeToString(drawn[:])
		out[i] = strings.Join([]string{text[:4], text[4:8], text[8:12], text[12:]}, "-")
	}
	slices.Sort(out)
	return out, nil
}

// NumberDigest is what is kept of a ballot's number.
func NumberDigest(council, number string) string {
	sum := sha256.Sum256([]byte(council + "\x00" + number))
	return hex.EncodeToString(sum[:])
}

// Ballot is a filled ballot, as it was handed in.
type Ballot struct {
	File   string // where it was read from
	Number string
	Votes  []Vote // in the order of the cases
}

// Vote is what a member wrote about one commune.
type Vote struct{ For, Against, Reason string }

// Counted is the count of a sitting.
type Counted struct {
	Secret  bool     `json:"secret"`
	Out     int      `json:"out"`  // ballots issued
	Back    int      `json:"back"` // and handed in
	Results []Result `json:"results"`
	Void    []string `json:"-"` // the papers that are not valid, each with why; nobody keeps it
}

// Result is the count for one commune.
type Result struct {
	Key     string   `json:"key"`
	For     int      `json:"for"`
	Against int      `json:"against"`
	Invalid int      `json:"invalid"` // both boxes or none; by show of hands, no vote
	Reasons []string `json:"reasons,omitempty"`
}

// Count counts all ballots that were handed in. issued are the digests of the
// numbers that were drawn. Where a ballot is foreign or there twice nothing is
// counted: the error, a problem.List, names the files.
func Count(c *Council, cases []Case, issued []string, handed []Ballot) (Counted, error) {
	handed = slices.Clone(handed)
	slices.SortFunc(handed, func(a, b Ballot) int {
		return strings.Compare(a.Number,
			b.Number)
	}) // not as the files lay
	var wrong problem.List
	seen := map[string]string{}
	for _, b := range handed {
		first, twice := seen[b.Number]
		switch {
		case twice:
			wrong.Add(problem.Problem{File: b.File, Message: fmt.Sprintf("phiếu này trùng số với phiếu %s", first),
				Hint: "mỗi phiếu chỉ để một bản trong thư mục; phiếu bị sao chép thì hội đồng quyết định bỏ cả hai"})
		case !slices.Contains(issued, NumberDigest(c.ID, b.Number)):
			wrong.Add(problem.Problem{File: b.File, Message: "phiếu này không do hội đồng phát ra",
				Hint: "bỏ phiếu này ra khỏi thư mục"})
		}
		seen[b.Number] = b.File
	}
	if err := wrong.Err(); err != nil {
		return Counted{}, err
	}
	out := Counted{Secret: true, Out: len(issued), Back: len(handed)}
	for i, one := range cases {
		r := Result{Key: one.Key}
		for _, b := range handed {
			v := b.Votes[i]
			switch yes, no := marked(v.For, "dong y", "co"), marked(v.Against, "khong dong y"); {
			case yes == no:
				r.Invalid++
				out.Void = append(out.Void, fmt.Sprintf("phiếu %s, %s: %s", b.File, one.Title, v.void(yes)))
			case yes:
				r.For++
			default:
				r.Against++
			}
			if reason := vi.NFC(v.Reason); reason != "" {
				r.Reasons = append(r.Reasons, reason)
			}
		}
		slices.SortFunc(r.Reasons, vi.Compare)
		out.Results = append(out.Results, r)
	}
	return out, nil
}

// void says why a vote is not valid: both boxes are marked, or none is.
func (v *Vote) void(both bool) string {
	yes, no := strings.TrimSpace(vi.NFC(v.For)), strings.TrimSpace(vi.NFC(v.Against))
	switch {
	case both:
		return fmt.Sprintf("đánh dấu cả hai ô, Đồng ý %q và Không đồng ý %q", yes, no)
	case yes == "" && no == "":
		return "không đánh dấu ô nào"
	case yes == "":
		return fmt.Sprintf("ô Không đồng ý ghi %q, không phải dấu x", no)
	case no == "":
		return fmt.Sprintf("ô Đồng ý ghi %q, không phải dấu x", yes)
	}
	return fmt.Sprintf("ô Đồng ý ghi %q, ô Không đồng ý ghi %q, không phải dấu x", yes, no)
}

// marked tells whether a box is, by a mark or by words of its own.
func marked(text string, own ...string) bool {
	switch folded := vi.Fold(strings.Trim(vi.NFC(text), " \t\n.")); folded {
	case "x", "v", "1", "✓", "✔", "☑", "√":
		return true
	default:
		return slices.Contains(own, folded)
	}
}
