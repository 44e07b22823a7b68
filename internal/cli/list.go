package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type listOptions struct {
	command.Stored
	province, district, council string
	year                        int
	level                       command.LevelFlag
	verdict                     command.WordFlag[assess.Verdict]
	stage                       command.WordFlag[docket.Stage]
	page                        int
	display
}

// verdicts are those that a level may have.
var verdicts = []assess.Verdict{assess.Eligible, assess.NotEligible, assess.Undecided}

func newList(w World) *cobra.Command {
	opts := listOptions{
		verdict: command.WordFlag[assess.Verdict]{Kind: "KẾT_QUẢ", What: "kết quả", Choices: verdicts},
		stage:   command.WordFlag[docket.Stage]{Kind: "BƯỚC", What: "bước", Choices: docket.Stages()},
	}
	cmd := &cobra.Command{
		Use:     "list [tùy chọn]",
		Aliases: []string{"danh-sach"},
		Short:   "Liệt kê hồ sơ các xã trong kho dữ liệu",
		Long: `Liệt kê hồ sơ các xã trong kho dữ liệu: kết quả từng mức và hồ sơ đang ở bước nào, xếp theo
tỉnh, huyện, tên xã và năm. Nhiều hơn 1.000 hồ sơ thì mỗi lần một trang, dòng cuối nói có bao
nhiêu trang; --json không kèm --page thì in hết.`,
		Example: `  ntm list
  ntm list --province "Thanh Hóa" --year 2023
  ntm list --level nang-cao --verdict eligible
  ntm list --stage sent_back --json
  ntm list --year 2023 --page 2`,
		Args: command.Args(),
		RunE: func(cmd *cobra.Command, _ []string) error { return opts.run(cmd.Context(), w) },
	}
	f := cmd.Flags()
	f.StringVar(&opts.province, "province", "", "chỉ `TỈNH` này")
	f.StringVar(&opts.district, "district", "", "chỉ `HUYỆN` này")
	f.IntVar(&opts.year, "year", 0, "chỉ `NĂM` này")
	f.Var(&opts.level, "level", "chỉ xem một `MỨC`; kèm --verdict để lọc theo kết quả của mức ấy")
	f.Var(&opts.verdict, "verdict", "chỉ hồ sơ có `KẾT_QUẢ` này ở mức đã chọn (không chọn mức: ở mức nào cũng được)")
	f.Var(&opts.stage, "stage", "chỉ hồ sơ đang ở `BƯỚC` này")
	f.StringVar(&opts.council, "batch", "", "chỉ hồ sơ trong đợt của `HỘI_ĐỒNG` này")
	f.IntVar(&opts.page, "page", 0, "xem trang thứ `SỐ`, mỗi trang 1.000 hồ sơ")
	f.BoolVar(&opts.full, "full", false, "dưới mỗi hồ sơ: chỉ tiêu, điều kiện nào chưa đạt, chưa rõ")
	opts.jsonFlag(f)
	opts.StoreFlag(f)
	return cmd
}

// perPage is how many dossiers a page has.
const perPage = 1000

// listedSchema names the document of a list.
const listedSchema = "ntm.list.v1"

func (o *listOptions) run(ctx context.Context, w World) error {
	if o.page < 0 {
		return command.Usage("--page: trang đầu là trang 1", "ví dụ: --page 2")
	}
	choice := office.Choice{Province: o.province, District: o.district, Year: o.year, Stage: o.stage.Word,
		Council: o.council, Level: o.level.Level, Verdict: o.verdict.Word}
	return o.In(ctx, w, func(st *store.Store) error {
		return st.Moment(ctx, func(st *store.Store) error {
			if o.json && o.page == 0 {
				return listAll(ctx, w, st, choice)
			}
			return o.one(ctx, w, st, choice)
		})
	})
}

// one lists one page.
func (o *listOptions) one(ctx context.Context, w World, st *store.Store, choice office.Choice) error {
	page, p, err := office.ListPage(ctx, st, choice, max(1, o.page), perPage)
	if err != nil {
		return err
	}
	found := page.Dossiers
	old, n, err := command.StaleAmong(ctx, w, st, new(command.Packs), found, command.ChosenBy(o.province, o.year))
	if err != nil {
		return err
	}
	return o.show(w, struct {
		Schema   string            `json:"schema"`
		Page     int               `json:"page"`
		Pages    int               `json:"pages"`
		Total    int               `json:"total"`           // on all pages
		Stale    int               `json:"stale,omitempty"` // of the page, judged by old requirements
		Dossiers []*docket.Dossier `json:"dossiers"`
	}{listedSchema, page.No, page.Of, page.All, n, list.NonNil(found)}, func(s *screen) {
		s.dossiers(found, o.level.Level)
		if page.Of > 1 {
			s.page(page)
		}
		if gone := office.GoneIn(p, o.year); gone != "" {
			s.Notes(problem.List{{Message: fmt.Sprintf("%s: ghi --province %q", gone, p.Home)}})
		}
		s.Notes(old)
	})
}

// page says which page it was, and how the others are seen.
func (s *screen) page(p *office.Page) {
	next := ""
	if p.No < p.Of {
		next = fmt.Sprintf("trang sau: --page %d; ", p.No+1)
	}
	s.Line("%s", s.Strong("Trang %d trên %d; tất cả có %s hồ sơ.", p.No, p.Of, vi.Count(p.All)))
	s.Item(2, "", "Xem tiếp: "+next+"chọn bớt: --province, --district, --year; lấy hết: --json")
}

// listAll writes all dossiers as they are read: however many there are, some are held at a time.
func listAll(ctx context.Context, w World, st *store.Store, choice office.Choice) error {
	out := bufio.NewWriter(w.Stdout)
	all, old := listJSON{out: out, schema: listedSchema, name: "dossiers"}, command.NewStales(w, st, new(command.Packs))
	err := office.EachListed(ctx, st, choice, func(d *docket.Dossier) error {
		return errors.Join(old.Add(ctx, d), all.add(d))
	})
	if err != nil {
		return err
	}
	more := ""
	if old.Count > 0 { // judged by old requirements
		more = fmt.Sprintf(",\n  \"stale\": %d", old.Count)
	}
	return errors.Join(all.close(more), out.Flush())
}

// dossiers is a table of dossiers.
func (s *screen) dossiers(found []*docket.Dossier, only criteria.Level) {
	command.Lacks(s.Screen, office.LacksAmong(packs.Embedded(), found)...)
	levels := office.LevelsAmong(found)
	if only != "" {
		levels = []criteria.Level{only}
	}
	under, draft := "", false // which heading
	for _, d := range found {
		if province := d.Place.Province; d.Province+vi.Fold(province) != under {
			if under != "" {
				s.Line("")
			}
			under = d.Province + vi.Fold(province)
			s.Line("%s", s.Strong("%s", province))
			s.tableHead(levels, "Hồ sơ")
		}
		brief := new(assess.Brief)
		if d.Assessment != nil {
			brief = &d.Assessment.Brief
		}
		s.tableRow(d.Unit().Code, vi.Join(", ", d.Place.Name, d.Place.District), d.Year, levels, brief, s.stage(d))
		for _, level := range levels {
			if l := brief.On(level); l != nil {
				draft = draft || l.Draft
				if s.full {
					s.why(l)
				}
			}
		}
	}
	if len(found) == 0 {
		s.Line("Không có hồ sơ nào.")
		return
	}
	s.Line("")
	s.Line("%d hồ sơ.", len(found))
	if draft {
		s.isDraft()
	}
}

// stage is where a dossier stands, and for which level.
func (s *screen) stage(d *docket.Dossier) string {
	text := d.Stage.Word()
	if d.Level != "" {
		text += " (" + strings.ToLower(shortLevel[d.Level]) + ")"
	}
	if docket.Lacks(d.Brief()) != "" && d.Grounds != nil {
		text += " " + s.Unknown("(theo lý do)")
	}
	if len(d.Conflicts) > 0 {
		text += " " + s.Bad("cần xem: %d việc trái nhau", len(d.Conflicts))
	}
	return text
}
