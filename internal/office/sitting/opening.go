package sitting

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Opening calls a council for one sitting.
type Opening struct {
	Store *store.Store
	Lib   *criteria.Library // whose procedure of the year says what shares are needed
	Like  string            // the id of one that is to sit again: what is not said is as it was then
	ID    string            // "" for the next that is free
	Name  string
	Year  int
	Level criteria.Level
	// Province is whose council it is, "" for the only one that has dossiers of the year.
	Province    string
	Members     []string // "họ tên; cơ quan; vai trò" each
	MembersFile string   // a table of more of them, "" for none
	// Quorum and Proposal are the office's own shares in per cent, by Source; zero for
	// those of the procedure.
	Quorum, Proposal decimal.Decimal
	Source           string
	Day              criteria.Date // none for today
}

// Open does it.
func (o *Opening) Open(ctx context.Context, by string) (*council.Council, error) {
	earlier, err := o.earlier(ctx)
	if err != nil {
		return nil, err
	}
	if o.Year < 2000 || o.Year > 2100 {
		return nil, problem.WrongUse{Message: "còn thiếu --year", Hint: "ghi năm xét công nhận, ví dụ: --year 2023",
			Page: &problem.Page{Message: "còn thiếu năm xét công nhận", Hint: "ghi vào ô Năm, ví dụ 2025"}}
	}
	province, err := o.ofProvince(ctx)
	if err != nil {
		return nil, err
	}
	c := &council.Council{Name: vi.NFC(o.Name), Year: o.Year, Level: o.Level, Province: province.Title}
	if proc, ok := o.Lib.Procedure(o.Year); ok {
		c.Rules = council.RulesOf(&proc.SetProcedure)
	}
	if earlier != nil {
		c.Rules = earlier.Who.Rules
	}
	if err := o.rules(&c.Rules); err != nil {
		return nil, err
	}
	if c.Members, err = o.listed(ctx); err != nil {
		return nil, err
	}
	if earlier != nil && len(c.Members) == 0 {
		c.Members = earlier.Who.Members
	}
	if err := c.Check(); err != nil {
		return nil, err
	}
	if err := o.readable(); err != nil {
		return nil, err
	}
	if c.ID = o.ID; c.ID == "" {
		if c.ID, err = nextID(ctx, o.Store, province.Home, o.Year); err != nil {
			return nil, err
		}
	}
	return c, open(ctx, o.Store, province.Home, by, c, o.Day)
}

// open writes a council down.
func open(ctx context.Context, st *store.Store, home, by string, c *council.Council, day criteria.Date) error {
	details, err := json.Marshal(c)
	if err != nil {
		return err
	}
	s := &Sitting{Council: &docket.Council{Province: home, ID: c.ID, Year: c.Year}, Who: *c, Day: day}
	return s.add(ctx, st, s.event(docket.CouncilOpened, by, docket.CouncilOpenedBody{Level: c.Level, Name: c.Name,
		Details: details}))
}

// earlier is the council that is to sit again, nil for none.
func (o *Opening) earlier(ctx context.Context) (*Sitting, error) {
	if o.Like == "" {
		return nil, nil
	}
	s, err := Find(ctx, o.Store, o.Province, o.Like)
	if err != nil {
		return nil, err
	}
	o.Name, o.Year, o.Level = cmp.Or(o.Name, s.Who.Name), cmp.Or(o.Year, s.Year), cmp.Or(o.Level, s.Level)
	if o.Province == "" {
		if o.Province = s.Who.Province; places.IsDeclared(s.Province) {
			o.Province = s.Province
		}
	}
	return s, nil
}

// ofProvince is the province whose council it is.
func (o *Opening) ofProvince(ctx context.Context) (places.Province, error) {
	if o.Province != "" {
		return office.StoredProvince(ctx, o.Store, o.Province)
	}
	var names []string
	err := o.Store.EachProvince(ctx, func(of []*docket.Dossier) error {
		for _, d := range of {
			if d.Year == o.Year {
				names = list.Once(names, office.ProvinceOf(d))
			}
		}
		return nil
	})
	if err != nil {
		return places.Province{}, err
	}
	if len(names) != 1 {
		return places.Province{}, problem.WrongUse{
			Message: fmt.Sprintf("kho dữ liệu có hồ sơ năm %d của %d tỉnh", o.Year, len(names)),
			Hint:    "ghi rõ tỉnh bằng --province",
			Page:    problem.Press("ghi vào ô Tỉnh"),
		}
	}
	return office.StoredProvince(ctx, o.Store, names[0])
}

// rules puts the office's own shares in the place of the procedure's.
func (o *Opening) rules(r *council.Rules) error {
	for _, own := range []struct {
		share decimal.Decimal
		rule  *council.Rule
	}{{o.Quorum, &r.Quorum}, {o.Proposal, &r.Proposal}} {
		if !own.share.IsPositive() {
			continue
		}
		if o.Source == "" {
			return problem.WrongUse{Message: "còn thiếu --rule-source",
				Hint: "ghi văn bản quy định tỷ lệ, để biên bản nêu được căn cứ",
				Page: &problem.Page{Message: "có tỷ lệ riêng mà chưa ghi văn bản quy định tỷ lệ"}}
		}
		*own.rule = council.Rule{Value: own.share, Status: criteria.Confirmed, Source: vi.NFC(o.Source)}
	}
	return nil
}

// mostOfID is how many letters the id of a council may have.
const mostOfID = 40

// readable refuses texts that cannot be shown, and an id that is none.
func (o *Opening) readable() error {
	for _, text := range []string{o.Name, o.Source} {
		if what := office.Unreadable(strings.ToValidUTF8(text, "?"), office.MostOfName); what != "" {
			return problem.WrongUse{Message: what, Hint: "gõ lại ngắn gọn"}
		}
	}
	if o.ID != "" && (len(o.ID) > mostOfID || vi.Slug(o.ID) != strings.ToLower(o.ID)) {
		return problem.WrongUse{Message: fmt.Sprintf("mã hội đồng %q không dùng được", office.Shortened(o.ID)),
			Hint: "mã chỉ gồm chữ không dấu, số và gạch nối, ví dụ: 2023-1"}
	}
	return nil
}

// nextID is the year with the next number that is free, and letters drawn at
// random: two offices that each open their first council do not mean the same.
func nextID(ctx context.Context, st *store.Store, province string, year int) (string, error) {
	all, err := st.Councils(ctx, province)
	if err != nil {
		return "", err
	}
	for n := 1; ; n++ {
		id := fmt.Sprintf("%d-%d", year, n)
		taken := func(c *docket.Council) bool { return c.ID == id || strings.HasPrefix(c.ID, id+"-") }
		if !slices.ContainsFunc(all, taken) {
			return id + "-" + strings.ToLower(rand.Text()[:3]), nil
		}
	}
}
