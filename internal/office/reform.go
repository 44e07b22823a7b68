package office

import (
	"context"
	"fmt"
	"strings"

	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Reformed tells what became of a commune on 1/7/2025, or what it was made of then;
// "" for one that the reform did not touch.
func Reformed(c *docket.Commune) string {
	p, listed := places.ByKey(c.Key)
	if !listed {
		return ""
	}
	return WhatBecame(p)
}

// WhatBecame tells the same of a unit.
func WhatBecame(p places.Unit) string {
	if !p.OfOldList() {
		if parts, made := places.Origins(p.Code); made && p.Key() != p.Code {
			return "lập ngày 01/07/2025 từ " + vi.List("; ", parts, func(part places.Part) string { return part.Text })
		}
		return ""
	}
	into := list.Map(places.Successors(p), func(now places.Unit) string {
		return fmt.Sprintf("%s (mã %s)", now, now.Code)
	})
	if len(into) == 0 {
		return ""
	}
	return "xã này kết thúc ngày 30/06/2025, nay thuộc " + strings.Join(into, "; ")
}

// MergersToDecide are the units of 1/7/2025 that the store has reports of while nobody
// recorded the merger that made them: titles of the old communes pass by its rule alone.
func MergersToDecide(ctx context.Context, st *store.Store) ([]string, error) {
	holders, err := st.Holders(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	held := map[string]string{}
	for _, h := range holders {
		if h.Held != "" {
			held[h.Commune] = fmt.Sprintf("%s (xã %s)", h.Place.Title, h.Held.Title())
		}
	}
	var out []string
	for _, h := range holders {
		code := places.CodeOf(h.Commune)
		parts, made := places.Origins(code)
		if code == h.Commune || h.Origin != nil || !made {
			continue
		}
		var titles []string
		for _, p := range parts {
			if title := held[p.Place.Key()]; p.Known && title != "" {
				titles = append(titles, title)
			}
		}
		if len(titles) > 0 {
			out = append(out, fmt.Sprintf("%s chưa có việc sáp nhập, danh hiệu của %s chưa chuyển sang; xem "+
				"trước: ntm merge %s --preview",
				h.Place.Title, strings.Join(titles, ", "), code))
		}
	}
	return out, nil
}

// GoneIn tells in which province one that is no more lies in a year; "" where it was
// still there, or is.
func GoneIn(p places.Province, year int) string {
	if !p.Gone || year <= 2025 {
		return ""
	}
	now, _ := places.FindProvince(p.Home)
	return fmt.Sprintf("từ ngày 01/07/2025 %s thuộc %s", p.Title, now.Title)
}

// NotRural is that a unit is no xã.
func NotRural(p places.Unit) error {
	return problem.Problem{
		Message: p.String() + " không phải là xã nên không xét nông thôn mới", Hint: "kiểm tra lại mã hoặc tên xã",
	}
}
