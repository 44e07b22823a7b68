package lawbook

import (
	"cmp"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// document is where a rule stands.
type document struct {
	decision         criteria.Document
	annex, amendedBy string
	layer            criteria.Layer
}

// of is the document of a rule that may name its own.
func (d document) of(rule *criteria.Rule) document {
	if rule.Decision != nil {
		d.decision, d.annex = *rule.Decision, ""
	}
	d.annex, d.amendedBy, d.layer = cmp.Or(rule.Article, d.annex), cmp.Or(rule.AmendedBy, d.amendedBy), cmp.Or(rule.Layer, d.layer)
	return d
}

// cite names the document for a reader.
func (d document) cite() string {
	out := d.decision.Number
	if !d.decision.Date.IsZero() {
		out += " ngày " + vi.Date(d.decision.Date.Time)
	}
	if d.amendedBy != "" {
		out += ", sửa đổi bởi " + d.amendedBy
	}
	return strings.TrimSuffix(out+", "+d.annex, ", ")
}
