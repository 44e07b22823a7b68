package wordpapers_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

var (
	inWords  = regexp.MustCompile(`\d+(?:[.,]\d+)*`)
	grouped  = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+(?:,\d+)?$`)
	template = regexp.MustCompile(`\{\{[^}]*\}\}`)
)

// plainNumber is a number as Vietnamese papers write it, as JSON does: "1.300" is 1300. What
// may be either ("17.100") is both.
func plainNumber(text string) []string {
	var out []string
	if grouped.MatchString(text) || strings.Contains(text, ",") {
		out = append(out, trimmed(strings.ReplaceAll(strings.ReplaceAll(text, ".", ""), ",", ".")))
	}
	return append(out, trimmed(text))
}

func trimmed(text string) string {
	d, err := decimal.NewFromString(text)
	if err != nil {
		return text
	}
	return d.String()
}

// Every number of every paper is one of the JSON of the same assessment or of its report, or
// stands in the template itself; none is made up.
func TestNumbersAreThoseOfTheJSON(t *testing.T) {
	for name, one := range subjects(t) {
		t.Run(name, func(t *testing.T) {
			known := numbersOf(t, one)
			for _, p := range papersOf(t, one.a, one.o) {
				own := string(sourceOf(t, p.Kind.ID))
				learned := template.ReplaceAllString(own, "")
				for _, n := range inWords.FindAllString(said(t, &p), -1) {
					ok := slices.ContainsFunc(plainNumber(n), func(plain string) bool { return known[plain] })
					if !ok && !strings.Contains(learned, n) {
						t.Errorf("%s says %s, which neither the assessment nor the report does", p.File, n)
					}
				}
			}
		})
	}
}

// numbersOf are the numbers of the JSON of an assessment and of its report, and what papers
// compute of them.
func numbersOf(t *testing.T, one subject) map[string]bool {
	t.Helper()
	known := map[string]bool{}
	learn := func(text string) {
		for _, n := range inWords.FindAllString(text, -1) {
			for _, plain := range append(plainNumber(n), n) {
				known[plain] = true
			}
			for _, part := range strings.FieldsFunc(n, func(r rune) bool { return r == '.' || r == ',' }) {
				known[trimmed(part)] = true
			}
		}
	}
	whole, err := json.Marshal(one.a)
	if err != nil {
		t.Fatal(err)
	}
	report, err := one.a.Report.JSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, document := range [][]byte{whole, report} {
		var tree any
		if err := json.Unmarshal(document, &tree); err != nil {
			t.Fatal(err)
		}
		leaves(tree, func(leaf any) {
			learn(fmt.Sprint(leaf))
			if d, err := decimal.NewFromString(fmt.Sprint(leaf)); err == nil { // as it is rounded for readers
				known[d.Round(2).String()], known[d.Round(1).String()] = true, true
			}
		})
	}
	learnComputed(one, known)
	return known
}

// leaves visits what a document holds.
func leaves(tree any, visit func(any)) {
	switch tree := tree.(type) {
	case map[string]any:
		for _, v := range tree {
			leaves(v, visit)
		}
	case []any:
		for i, v := range tree {
			visit(fmt.Sprint(i + 1)) // what is listed is counted
			leaves(v, visit)
		}
	default:
		visit(tree)
	}
}

// learnComputed are what papers count or add up of the JSON: how many indicators came out
// so, sums of the poll, shares of the council's votes.
func learnComputed(one subject, known map[string]bool) {
	add := func(n int) { known[fmt.Sprint(n)] = true }
	unsure := 0
	for i := range one.a.Levels {
		l := &one.a.Levels[i]
		unsure += len(l.Unsure())
		if cited := l.Rules.Date; !cited.IsZero() { // of a standard of which no indicator is known
			add(cited.Day())
			add(int(cited.Month()))
			add(cited.Year())
		}
		for n := range l.IndicatorsTotal + 1 { // a count of some of them
			add(n)
		}
	}
	add(unsure)
	if c := one.a.Capital; c != nil && c.Unallocated != nil && c.Total != nil {
		known[c.Unallocated.Shift(2).DivRound(c.Total.Decimal, 1).String()] = true
	}
	if s := one.a.Report.Satisfaction; s != nil {
		satisfied, back := s.Tally()
		households := *s.Households()
		out := decimal.Zero
		for _, v := range s.Villages {
			out = out.Add(*v.FormsOut)
			known[v.Satisfied.Shift(2).DivRound(*v.FormsBack, 2).String()] = true
		}
		for _, q := range s.Questions {
			known[q.Satisfied.Shift(2).DivRound(*q.Answered, 2).String()] = true
		}
		for _, d := range []decimal.Decimal{satisfied, back, households, out} {
			known[d.String()] = true
		}
	}
	if s := one.o.Sitting; s != nil {
		share := func(n, of int) string {
			return decimal.NewFromInt(int64(n)*100).DivRound(decimal.NewFromInt(int64(of)), 2).String()
		}
		known[share(len(s.Present), len(s.Council.Members))], known["90"] = true, true
		for _, r := range s.Counted.Results {
			known[share(r.For, len(s.Present))] = true
		}
		add(made.Day())
	}
	add(made.Year())
	for _, part := range strings.Split(vi.Date(made), "/") {
		known[trimmed(part)] = true
	}
}
