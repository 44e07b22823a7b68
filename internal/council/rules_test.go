package council_test

import (
	"bytes"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/council"

	"github.com/shopspring/decimal"
)

// A council decides by the rules of the procedure, as sure as that has them.
func TestRulesOf(t *testing.T) {
	p := &criteria.SetProcedure{}
	p.Decision.Number = "1/QĐ giả định"
	p.Council.Quorum = criteria.Share{Value: decimal.NewFromInt(70),
		Grounds: criteria.Grounds{Status: criteria.Seen, Source: "Điều 1 giả định"}}
	p.Council.Proposal = criteria.Share{Value: decimal.NewFromInt(90),
		Grounds: criteria.Grounds{Status: criteria.Doubtful}}
	r := council.RulesOf(p)
	if r.Procedure != "1/QĐ giả định" || !r.Quorum.Sure() || r.Quorum.Source != "Điều 1 giả định" ||
		r.Proposal.Sure() || r.Proposal.Value.String() != "90" {
		t.Errorf("%+v", r)
	}
	if none := council.RulesOf(nil); none.Quorum.Sure() || none.Proposal.Sure() || none.Procedure != "" {
		t.Errorf("%+v", none)
	}
}

// A role is read as papers say it.
func TestRoles(t *testing.T) {
	for _, r := range council.Roles {
		if got, known := council.ReadRole(strings.ToUpper(r.Title())); !known || got != r {
			t.Errorf("%s is read as %q", r.Title(), got)
		}
		if got, known := council.ReadRole(string(r)); !known || got != r {
			t.Errorf("%s is read as %q", r, got)
		}
	}
}

// Nobody's vote proposes nobody, whatever the rules and however unsure they are.
func TestNobodyAgreed(t *testing.T) {
	for _, proposal := range []council.Rule{{}, rule(1, criteria.Doubtful)} {
		d := council.Decide(invented(3, council.Rule{}, proposal), 3, &council.Result{Against: 3})
		if d.Carried == nil || *d.Carried || d.Words() != "Không có thành viên nào đồng ý" {
			t.Errorf("%+v, %s", d.Carried, d.Words())
		}
	}
}

// Numbers are not drawn from a source that ends.
func TestNumbersOfASourceThatEnds(t *testing.T) {
	if _, err := council.Numbers(bytes.NewReader(make([]byte, 15)), 2); err == nil {
		t.Error("15 bytes are no two numbers")
	}
}

func TestACouncilWithoutALevel(t *testing.T) {
	c := invented(3, council.Rule{}, council.Rule{})
	c.Level = ""
	if err := c.Check(); err == nil || !strings.Contains(err.Error(), "mức nào") {
		t.Error(err)
	}
}
