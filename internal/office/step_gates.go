package office

import (
	"context"
	"fmt"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/outlook"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// endOfOld is the last day of the communes of the list with districts.
var endOfOld = criteria.Day(2025, 6, 30)

// gate holds what is decided against what the office knows besides the docket. Stores may hold
// such decisions from before: they are refused here, not where events are read.
func gate(ctx context.Context, st *store.Store, kind docket.Kind, body any, c *docket.Commune,
	d *docket.Dossier) error {
	b, is := body.(docket.Decision)
	switch {
	case !is:
		return nil
	case kind == docket.Recognised:
		return stillThere(b, c, d)
	case kind == docket.Revoked:
		return reasonToRevoke(ctx, st, b, c, d)
	}
	return nil
}

// stillThere refuses to recognise a commune on a day on which it was no more.
func stillThere(b docket.Decision, c *docket.Commune, d *docket.Dossier) error {
	p, listed := places.ByKey(c.Key)
	if !listed || !b.Date.After(endOfOld.Time) {
		return nil
	}
	became := WhatBecame(p)
	if !p.OfOldList() || became == "" {
		return nil
	}
	return Held{d, problem.Problem{
		Message: fmt.Sprintf("%s: %s; quyết định ngày %s không thể công nhận xã này", TitleOf(d), became,
			vi.Date(b.Date.Time)),
		Hint: "xem lại ngày quyết định; quyết định sau ngày ấy là của xã mới: nhập báo cáo và ghi công nhận cho xã mới",
	}}
}

// reasonToRevoke asks why a title is revoked that the commune's newest figures do not put at risk.
func reasonToRevoke(ctx context.Context, st *store.Store, b docket.Decision, c *docket.Commune,
	d *docket.Dossier) error {
	if b.Note != "" || b.Number == "" || b.Date.IsZero() {
		return nil // it is told why, or the docket refuses it
	}
	against := AgainstReview(ctx, st, c, b.Level)
	if against == "" {
		return nil
	}
	says := problem.Say("%s: %s; còn thiếu lý do thu hồi%s", TitleOf(d), against, problem.By("--reason"))
	return Held{d, problem.Problem{Message: says.Typed, Page: &problem.Page{Message: says.Pressed},
		Hint: "ghi vì sao vẫn thu hồi, hoặc rà soát lại: ntm review"}}
}

// AgainstReview says of the revoking of a title that the newest figures since it was given do not
// put it at risk, "" where they do, or where nobody knows.
func AgainstReview(ctx context.Context, st *store.Store, c *docket.Commune, level criteria.Level) string {
	for i := range c.Titles {
		t := &c.Titles[i]
		if t.Level != level || t.Revoked == nil && t.Ended {
			continue
		}
		newest := newestSince(c, t)
		if newest == nil {
			continue
		}
		a, _, err := Again(ctx, st, newest)
		if err != nil {
			continue // what cannot be judged again keeps no signed decision out
		}
		if r, err := ReviewTitle(a, "", level); err == nil && r.Risk == outlook.Safe {
			return fmt.Sprintf("theo số liệu năm %d, danh hiệu xã %s không thuộc diện xét thu hồi", newest.Year,
				level.Title())
		}
	}
	return ""
}

// newestSince is the newest dossier that was assessed of a title's year or later, nil for none.
func newestSince(c *docket.Commune, t *docket.Title) (newest *docket.Dossier) {
	for _, d := range c.Dossiers {
		if d.Assessment != nil && d.Year >= t.Year {
			newest = d
		}
	}
	return newest
}
