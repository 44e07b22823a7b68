package wordpapers

import (
	"embed"
	"sync"

	"ntm/internal/docx"
)

// Side is whose papers they are.
type Side string

// A commune hands in, departments examine, the council votes.
const (
	OfCommune    Side = "commune"
	OfDepartment Side = "department"
	OfCouncil    Side = "council"
)

// Kind is one of the papers.
type Kind struct {
	ID    string // the name of its files, without an ending: also of an office's own template
	Title string // as people call it
	Side  Side
	// Proposes tells that it proposes or grants recognition: there is none for a commune that
	// is not eligible or that the council does not propose.
	Proposes bool
}

// MarshalText has documents name a kind by its ID.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.ID), nil }

// Kinds are the papers in the order in which they are needed.
var Kinds = []Kind{
	{ID: "to-trinh", Title: "Tờ trình đề nghị thẩm định, xét, công nhận", Side: OfCommune},
	{ID: "bao-cao-ket-qua", Title: "Báo cáo kết quả xây dựng nông thôn mới", Side: OfCommune},
	{ID: "bao-cao-y-kien", Title: "Báo cáo tổng hợp ý kiến", Side: OfCommune},
	{ID: "bien-ban-hop", Title: "Biên bản họp đề nghị xét, công nhận", Side: OfCommune},
	{ID: "bao-cao-tham-dinh", Title: "Báo cáo thẩm tra, thẩm định theo lĩnh vực", Side: OfDepartment},
	{ID: "bien-ban-hoi-dong", Title: "Biên bản họp hội đồng thẩm định", Side: OfCouncil},
	{ID: "to-trinh-hoi-dong", Title: "Tờ trình của hội đồng thẩm định", Side: OfCouncil, Proposes: true},
	{ID: "quyet-dinh", Title: "Dự thảo Quyết định công nhận", Side: OfCouncil, Proposes: true},
}

// Summary is the page for the chairman.
var Summary = Kind{ID: "tom-tat", Title: "Tóm tắt một trang", Side: OfCommune}

//go:embed templates/*.txt
var texts embed.FS

// ours are the templates of the program, each set when it is first needed.
var ours sync.Map

// Own is the program's own template of a kind, as a Word file to begin one's own with.
func (k Kind) Own() ([]byte, error) {
	text, err := texts.ReadFile("templates/" + k.ID + ".txt")
	if err != nil {
		return nil, err
	}
	return typeset(k.ID, string(text))
}

func (k Kind) own() (*docx.Template, error) {
	read, _ := ours.LoadOrStore(k.ID, sync.OnceValues(func() (*docx.Template, error) {
		data, err := k.Own()
		if err != nil {
			return nil, err
		}
		return docx.ReadTemplate(k.ID, data, schema(nil))
	}))
	return read.(func() (*docx.Template, error))()
}
