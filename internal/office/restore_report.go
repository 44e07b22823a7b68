package office

import (
	"context"
	"fmt"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// RestoreReport makes the version of a dossier's reports with that number, from 1 for
// the oldest, the current one again, and judges it. It gives which that is.
func RestoreReport(ctx context.Context, st *store.Store, lib *criteria.Library, version, by string, c *docket.Commune,
	d *docket.Dossier, number int) (ref docket.ReportRef, err error) {
	if number < 1 || number > len(d.Reports) {
		return ref, problem.WrongUse{
			Message: fmt.Sprintf("không có bản báo cáo số %d: xã này có %d bản", number, len(d.Reports)),
			Hint:    "xem số của từng bản: ntm show " + CommuneArgument(d) + " --versions",
			Page:    problem.Press("chọn một bản ở trang của xã"),
		}
	}
	ref = d.Reports[number-1]
	a, err := judgeKept(ctx, st, lib, lib, d.Province, ref.Digest, version)
	if err != nil {
		return ref, err
	}
	files, err := formerFiles(ctx, st, d, ref.Digest)
	if err != nil {
		return ref, err
	}
	change, err := new(Keeper).Received(a, files, by, ref.File)
	if err == nil {
		change.Events[0], err = docket.Again(change.Events[0])
	}
	for i := range change.Events { // the dossier's, whatever its report is called today
		change.Events[i].Province, change.Events[i].Commune = c.Province, c.Key
	}
	if err == nil {
		change.Province = c.Province
		err = Append(ctx, st, TitleOf(d), change)
	}
	return ref, err
}

// ReportVersion is one report that came in.
type ReportVersion struct {
	Number  int    `json:"number"` // from 1, the oldest
	Digest  string `json:"digest"`
	At      string `json:"at"`
	By      string `json:"by"`
	File    string `json:"file"`
	Has     string `json:"has"` // what it says, counted
	Current bool   `json:"current"`
}

// VersionsOf are the reports of a dossier, the oldest first.
func VersionsOf(ctx context.Context, st *store.Store, lib *criteria.Library, d *docket.Dossier) []ReportVersion {
	out := []ReportVersion{}
	for i, ref := range d.Reports {
		v := ReportVersion{i + 1, ref.Digest, docket.Clock(ref.At), ref.By, ref.File, "", i == len(d.Reports)-1}
		if r, err := KeptReport(ctx, st, d.Province, ref.Digest, lib.Figures); err != nil {
			v.Has = "không đọc lại được"
		} else if v.Has = partsWords(r.Contents(), lib); v.Has == "" {
			v.Has = "chưa có gì"
		}
		out = append(out, v)
	}
	return out
}
