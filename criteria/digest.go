package criteria

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
)

// digest names what a set asks and on which authority. Wording and sources are
// left out: correcting a link changes no requirement.
func digest(set *Set) string {
	h := sha256.New()
	for i := range set.Levels {
		level := &set.Levels[i]
		p := level.Prerequisite
		write(h, "level", level.Standard.ID, string(level.Column), string(p.Level), p.Basis.Decision,
			string(p.Basis.Layer), string(p.Basis.Status))
		if p.AnyPeriod {
			write(h, "any period")
		}
		for _, c := range level.Columns {
			write(h, "or", string(c.ID))
		}
		for _, c := range level.Criteria {
			for j := range c.Indicators {
				ind := &c.Indicators[j]
				write(h, "indicator", ind.No, string(ind.NotApplicable))
				digestRequirement(h, &ind.Requirement)
			}
		}
		for j := range level.Conditions {
			write(h, "condition", level.Conditions[j].ID)
			digestRequirement(h, &level.Conditions[j].Requirement)
		}
	}
	for _, l := range set.LeftOut {
		if b := l.Basis; l.From != "" {
			write(h, "left out", l.Count.ID, l.Rate.ID, string(l.From))
			write(h, b.Decision, b.Annex, string(b.Layer), string(b.Status))
		}
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

func digestRequirement(h hash.Hash, r *Requirement) {
	figure, value := "", ""
	if r.Figure != nil {
		figure = r.Figure.ID
	}
	if r.Known {
		value = r.Value.String()
	}
	b := r.Basis
	write(h, string(r.Op), figure, value, b.Decision, b.AmendedBy, b.Annex, string(b.Column),
		fmt.Sprint(b.Year), string(b.Layer), string(b.Status), fmt.Sprint(len(r.Parts), r.Need))
	if r.IfGiven {
		write(h, "if given")
	}
	for i := range r.Parts {
		digestRequirement(h, &r.Parts[i])
	}
	for i := range r.Others {
		write(h, "or")
		digestRequirement(h, &r.Others[i])
	}
}

// write adds fields to the hash so that no two lists of fields read the same.
func write(h hash.Hash, fields ...string) {
	for _, f := range fields {
		fmt.Fprintf(h, "%d:%s", len(f), f) //nolint:errcheck // a hash takes every byte
	}
}
