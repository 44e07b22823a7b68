package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/term"
	"ntm/internal/vi"
	"ntm/internal/whole"
)

type templateOptions struct {
	command.Packs
	wideTemplate
	commune, previous, out string
	year                   int
	date                   command.DateFlag
	level                  command.LevelFlag
	force                  bool
}

func newTemplate(w World) *cobra.Command {
	var opts templateOptions
	cmd := &cobra.Command{
		Use:     "template [--commune XÃ] [--year NĂM] [tùy chọn]",
		Aliases: []string{"bieu-mau"},
		Short:   "Tạo biểu mẫu Excel để xã điền số liệu",
		Long: `Tạo biểu mẫu Excel cho một xã, một năm và một mức: số liệu theo từng tiêu chí, minh
chứng, nguồn lực, nợ đọng, sự hài lòng của người dân. Điền xong thì kiểm tra bằng
ntm check và đánh giá bằng ntm assess.

Với --previous, những gì còn dùng được của báo cáo cũ được chép sang: số liệu (ghi rõ
năm), minh chứng, đặc điểm, quyết định công nhận, tên thôn, tên công trình còn nợ.

Với --wide, tạo bảng tổng hợp cho cả tỉnh: mỗi xã một dòng, mỗi số liệu một cột.`,
		Example: `  ntm template --commune 16492 --year 2023
  ntm template --commune "Quảng Trung, Quảng Xương, Thanh Hóa" --year 2023 -o bieu-mau.xlsx
  ntm template --year 2024 --previous bao-cao-2023.yaml --level nang-cao
  ntm template --wide --province "Thanh Hóa" --year 2023 -o thanh-hoa-2023.xlsx`,
		Args: command.Args(),
		RunE: func(*cobra.Command, []string) error { return opts.run(w) },
	}
	f := cmd.Flags()
	f.StringVar(&opts.commune, "commune", "", "mã xã, hoặc `XÃ`: tên xã, tên huyện, tên tỉnh; không ghi thì biểu "+
		"mẫu dùng chung")
	f.IntVar(&opts.year, "year", 0, "`NĂM` xét công nhận (không ghi thì lấy năm nay)")
	f.Var(&opts.date, "date", "`NGÀY` đánh giá; năm 2025 thì ngày này cho biết xã theo danh mục trước hay từ "+
		"ngày 1/7/2025")
	f.Var(&opts.level, "level", "`MỨC` cao nhất xã phấn đấu: ntm, nang-cao hoặc kieu-mau")
	f.StringVar(&opts.previous, "previous", "", "chép sang những gì còn dùng được của báo cáo cũ trong `TỆP`")
	f.StringVarP(&opts.out, "output", "o", "", "ghi ra `TỆP.xlsx` (không ghi thì tự đặt tên)")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	opts.flags(f)
	opts.CriteriaFlag(f)
	return cmd
}

func (o *templateOptions) run(w World) error {
	if o.wide {
		return o.runWide(w)
	}
	switch {
	case o.province != "":
		return command.Usage("--province chỉ dùng cùng --wide",
			`ghi xã kèm tỉnh, ví dụ: --commune "Quảng Trung, Quảng Xương, Thanh Hóa"`)
	case o.out != "" && !strings.EqualFold(filepath.Ext(o.out), ".xlsx"):
		return command.Usage(fmt.Sprintf("tệp %q không phải .xlsx", o.out), "ví dụ: -o bieu-mau.xlsx")
	case !o.date.IsZero() && o.year != 0 && o.date.Year() != o.year && o.date.Year() != o.year+1:
		return command.Usage(fmt.Sprintf("--date %s không hợp với --year %d", o.date, o.year),
			"ngày đánh giá phải trong năm xét hoặc năm liền sau")
	}
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	if o.year == 0 {
		o.year = w.Now().Year()
	}
	previous, err := o.earlier(w, lib)
	if err != nil {
		return err
	}
	at, err := o.place(w, previous)
	if err != nil {
		return err
	}
	var traits []criteria.Trait
	if previous != nil {
		traits = previous.Traits
	}
	province := ""
	if at != nil {
		province = at.Province
	}
	up, err := o.level.UpTo(lib, o.year, province)
	if err != nil {
		return err
	}
	plan, err := form.NewPlan(lib, o.year, up, at, traits)
	if err != nil {
		return err
	}
	plan.Date = o.date.Date
	if o.out == "" {
		o.out = o.name(at)
	}
	if err := whole.Write(o.out, o.force, func(out io.Writer) error {
		return form.Write(out, plan, previous,
			w.Now())
	}); err != nil {
		return err
	}
	warn(w, plan)
	_, err = fmt.Fprintf(w.Stdout, "Đã ghi biểu mẫu: %s\n%s\nĐiền xong, chạy: %s\n", o.out, o.about(plan),
		term.CommandLine("check", o.out))
	return err
}

// warn tells, before anything else, what the year's standards lack of their decisions.
func warn(w World, plan *form.Plan) {
	for _, l := range plan.Lacks {
		command.Notes(w, problem.List{{Message: l.String(), Hint: l.Remedy() + "; rồi tạo lại biểu mẫu"}})
	}
}

// about says what the form is for.
func (o *templateOptions) about(plan *form.Plan) string {
	whose := "Dùng chung cho mọi xã"
	if plan.Place != nil {
		whose = vi.Capital(plan.Place.String())
	}
	return fmt.Sprintf("%s, năm %d, đến mức xã %s: %d số liệu của %d tiêu chí",
		whose, o.year, plan.Up.Title(), plan.Required(), len(plan.Groups))
}

// earlier is the report that the form carries over, nil for none.
func (o *templateOptions) earlier(w World, lib *criteria.Library) (*commune.Report, error) {
	if o.previous == "" {
		return nil, nil
	}
	read, err := form.Read(o.previous, lib)
	if err != nil {
		return nil, err
	}
	command.Notes(w, read.Notes)
	return read.Report, nil
}

// place is the commune that the form is for: the one that was named, else that
// of the earlier report, else none in particular.
func (o *templateOptions) place(w World, previous *commune.Report) (*places.Unit, error) {
	on := criteria.Day(o.year, time.December, 31).Time
	if !o.date.IsZero() && o.date.Before(on) {
		on = o.date.Time
	}
	var before places.Unit
	if previous != nil {
		before, _ = previous.Place() // form.Read has found it
		if previous.Year > o.year {
			return nil, problem.List{{File: o.previous,
				Message: fmt.Sprintf("báo cáo này của năm %d, sau năm của biểu mẫu (%d)", previous.Year, o.year),
				Hint:    "chọn báo cáo của năm trước, hoặc sửa --year"}}
		}
	}
	var p places.Unit
	var err error
	switch {
	case o.commune != "":
		p, err = places.Find(o.commune, on)
		if o.year == 2025 && o.date.IsZero() {
			p, err = o.whichList(w, p, err)
		}
		if err == nil && before.Name != "" && !sameCommune(before, p) {
			command.Notes(w, problem.List{{Message: fmt.Sprintf("báo cáo cũ là của %s, biểu mẫu này cho %s", before,
				p)}})
		}
	case previous == nil || before.Declared:
		return nil, nil
	default:
		p, err = o.sameUnit(before, on)
	}
	if err != nil {
		return nil, err
	}
	if !p.Rural() {
		return nil, office.NotRural(p)
	}
	return &p, nil
}

// sameUnit is the commune of the earlier report in the list that is in force on a day.
func (o *templateOptions) sameUnit(before places.Unit, on time.Time) (places.Unit, error) {
	for _, p := range places.On(on).All() {
		if p.Key() == before.Key() {
			return p, nil
		}
	}
	hint := "ghi rõ xã bằng --commune"
	if end := office.WhatBecame(before); end != "" {
		hint = end + "; ghi xã mới bằng --commune"
	}
	if o.year == 2025 && before.OfOldList() && o.date.IsZero() {
		hint += "; biểu mẫu cho xã cũ thì thêm ngày đánh giá, ví dụ: --date 30/06/2025"
	}
	return places.Unit{}, problem.List{{
		File: o.previous, Message: fmt.Sprintf("không thấy %s trong danh mục ngày %s", before, vi.Date(on)), Hint: hint,
	}}
}

// whichList asks, for the year of the reform and without a day, by which list a commune
// is named: the old one's has its form too. now is what the new list has, or why none.
func (o *templateOptions) whichList(w World, now places.Unit, none error) (places.Unit, error) {
	was, err := places.Find(o.commune, criteria.Day(2025, time.June, 30).Time)
	switch {
	case err != nil || none == nil && was.Key() == now.Key():
		return now, none
	case none != nil:
		return now, problem.Problem{
			Message: fmt.Sprintf("%s chỉ có trước ngày 01/07/2025", was),
			Hint: "lập biểu mẫu cho xã này thì thêm ngày đánh giá trước ngày ấy, ví dụ: --date 30/06/2025; " +
				"xã mới thì ghi tên mới: " + problem.Of(none)[0].Hint,
		}
	}
	command.Notes(w, problem.List{{Message: fmt.Sprintf(
		"năm 2025 có hai danh mục: biểu mẫu này cho %s (từ ngày 01/07/2025); cho %s thì thêm --date 30/06/2025",
		now, was)}})
	return now, nil
}

// sameCommune tells whether an earlier report's commune is this one, as far as
// the lists of before and after the reform can tell.
func sameCommune(before places.Unit, now places.Unit) bool {
	if before.Code == now.Code && before.Code != "" {
		return true
	}
	sameName := vi.FoldTone(before.Name) == vi.FoldTone(now.Name) &&
		vi.FoldTone(before.Province) == vi.FoldTone(now.Province)
	return sameName && (before.District == "" || now.District == "" ||
		vi.FoldTone(before.District) == vi.FoldTone(now.District)) &&
		(before.Code == "" || (before.District == "") != (now.District == ""))
}

// name is the file a form is written to when none is named.
func (o *templateOptions) name(at *places.Unit) string {
	if at == nil {
		return fmt.Sprintf("bieu-mau-%d.xlsx", o.year)
	}
	return fmt.Sprintf("bieu-mau-%s-%d.xlsx", at.Code, o.year)
}
