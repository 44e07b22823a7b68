package cli

import (
	"context"
	"fmt"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

// reports lists the reports of a dossier, the oldest first.
func (o *showOptions) reports(ctx context.Context, w World, st *store.Store, d *docket.Dossier) error {
	lib, err := new(command.Packs).Load(w)
	if err != nil {
		return err
	}
	views := office.VersionsOf(ctx, st, lib, d)
	return o.show(w, struct {
		Schema   string                 `json:"schema"`
		Province string                 `json:"province"`
		Commune  string                 `json:"commune"`
		Year     int                    `json:"year"`
		Versions []office.ReportVersion `json:"versions"`
	}{"ntm.versions.v1", d.Province, d.Commune, d.Year, views}, func(s *screen) { s.reports(d, views) })
}

func (s *screen) reports(d *docket.Dossier, views []office.ReportVersion) {
	s.Line("%s", s.Strong("%s, năm %d: %d bản báo cáo", vi.Capital(d.Place.Title), d.Year, len(views)))
	for _, v := range views {
		current := ""
		if v.Current {
			current = s.Good(" (đang dùng)")
		}
		s.Item(2, fmt.Sprintf("%d.", v.Number), fmt.Sprintf("%s, %s, từ %s%s: %s", v.At, v.By, v.File, current, v.Has))
	}
	if len(views) > 1 {
		s.Line("Dùng lại một bản cũ: %s", term.CommandLine("process", "restore-report",
			strings.Trim(office.CommuneArgument(d), `"`), "--version", "SỐ"))
	}
}

type restoreReportOptions struct {
	command.OfCommune
	command.Acting
	command.Packs
	version int
}

func newRestoreReport(w World) *cobra.Command {
	var opts restoreReportOptions
	cmd := &cobra.Command{
		Use:     "restore-report XÃ --version SỐ [tùy chọn]",
		Aliases: []string{"dung-lai-bao-cao"},
		Short:   "Đưa một bản báo cáo cũ thành bản đang dùng",
		Long: `Đưa một bản báo cáo đã nhập trước đây thành bản đang dùng, và đánh giá lại. Việc này được ghi
trong lịch sử; bản đang dùng trước đó vẫn được giữ. Các bản và số của chúng: ntm show XÃ --versions.`,
		Example: "  ntm process restore-report 16492 --version 1",
		Args:    command.Args("XÃ"),
		RunE: command.OnOne(&opts.Text, func(ctx context.Context) error {
			return opts.In(ctx, w, func(st *store.Store) error { return opts.run(ctx, w, st) })
		}),
	}
	f := cmd.Flags()
	f.IntVar(&opts.version, "version", 0, "`SỐ` của bản báo cáo, xem bằng ntm show XÃ --versions")
	opts.CommuneFlags(f)
	opts.AsFlag(f)
	opts.CriteriaFlag(f)
	return cmd
}

func (o *restoreReportOptions) run(ctx context.Context, w World, st *store.Store) error {
	by, err := o.By(w)
	if err != nil {
		return err
	}
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	c, d, err := o.Dossier(ctx, st)
	if err != nil {
		return err
	}
	ref, err := office.RestoreReport(ctx, st, lib, w.Version, by, c, d, o.version)
	if err != nil {
		return err
	}
	s := newScreen(w)
	s.Line("%s bản báo cáo số %d (%s, từ %s) nay là bản đang dùng của %s, năm %d.", s.Good("Đã ghi:"), o.version,
		docket.Clock(ref.At), ref.File, d.Place.Title, d.Year)
	return s.Err
}
