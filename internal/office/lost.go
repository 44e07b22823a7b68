package office

import (
	"context"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// partsWords counts the parts of a report, the figures together, with the first names.
func partsWords(parts []commune.Part, lib *criteria.Library) string {
	const most = 3
	var figures, evidence, out []string
	for _, p := range parts {
		switch {
		case p.Figure != "":
			figures = append(figures, FigureName(lib, p.Figure))
		case strings.HasPrefix(p.Key, "evidence "):
			evidence = append(evidence, p.Word)
		default:
			out = append(out, p.Word)
		}
	}
	counted := func(names []string, what string) []string {
		if len(names) == 0 {
			return nil
		}
		shown := strings.Join(names[:min(most, len(names))], "; ")
		if len(names) > most {
			shown += "; …"
		}
		return []string{fmt.Sprintf("%d %s (%s)", len(names), what, shown)}
	}
	return strings.Join(append(append(counted(figures, "số liệu"), out...), counted(evidence, "minh chứng")...), ", ")
}

// FigureName is a figure as people call it.
func FigureName(lib *criteria.Library, id string) string {
	if lib != nil {
		if f := lib.Figures[id]; f != nil {
			return f.Name
		}
	}
	return id
}

// losing is what is told of a report that says less than the one it would replace.
type losing struct{ problem.Problem }

func (l losing) Unwrap() error { return l.Problem }

// loses refuses a report that lacks what the commune's current one has. Where the
// dossier takes no report now, that is for the docket to say.
func loses(ctx context.Context, st *store.Store, lib *criteria.Library, d *docket.Dossier, digest string,
	now []commune.Part) error {
	current := d.Report()
	if current == nil || current.Digest == digest || !d.Stage.Takes(docket.Received) {
		return nil
	}
	r, err := KeptReport(ctx, st, d.Province, current.Digest, lib.Figures)
	if err != nil {
		return err
	}
	lost := commune.Lost(r.Contents(), now)
	if len(lost) == 0 {
		return nil
	}
	what := fmt.Sprintf("%s, năm %d: báo cáo này thiếu những gì bản đang có đã có: %s; bản đang có nhập lúc %s từ %s",
		d.Place.Title, d.Year, partsWords(lost, lib), docket.Clock(current.At), current.File)
	hint := "bổ sung những chỗ ấy rồi nhập lại; chắc chắn muốn thay thì thêm --force, bản cũ vẫn được giữ: ntm show " +
		CommuneArgument(d) + " --versions"
	return losing{problem.Problem{Message: what, Hint: hint,
		Page: problem.Press("bổ sung những chỗ ấy rồi gửi lại")}}
}

// CommuneArgument is how a commune is named on the command line.
func CommuneArgument(d *docket.Dossier) string {
	if code := d.Unit().Code; code != "" {
		return code
	}
	return fmt.Sprintf("%q", d.Commune)
}

// DossierOf is what the store knows of a commune's year; an empty one where nothing.
func DossierOf(ctx context.Context, st *store.Store, province, key string, year int) (*docket.Dossier, error) {
	found, err := st.Dossiers(ctx, store.Filter{Province: province, Commune: key, Year: year})
	if err != nil || len(found) == 0 {
		return &docket.Dossier{Province: province, Commune: key, Year: year, Stage: docket.None}, err
	}
	return found[0], nil
}

// OwnReport is told where sums would take the place of what a commune reported itself.
func OwnReport(d *docket.Dossier) problem.Problem {
	return problem.Problem{
		Message: fmt.Sprintf(
			"%s, năm %d đã có báo cáo của chính xã (nhập lúc %s từ %s): giữ báo cáo ấy, chỉ ghi việc sáp nhập, "+
				"không thay bằng số liệu cộng từ các xã cũ", d.Place.Title, d.Year, docket.Clock(d.Report().At),
			d.Report().File),
		Hint: "chắc chắn muốn thay thì thêm --force",
	}
}
