// Package webpage reads a saved web page's paragraphs and tables as a person sees them.
//
// Decisions are published as pages, and Word saves them as such; an office keeps them as
// .html or as one file with all that belongs to it (.mht). The page is read by
// golang.org/x/net/html, in the letters that it says it is written in.
package webpage

import (
	"bytes"
	"context"
	"io"
	"slices"
	"unicode/utf8"

	"ntm/internal/document"
	"ntm/internal/problem"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// What a page may hold: the longest decisions have 2.5 MB.
const (
	maxFile     = 32 << 20 // bytes of a page with its pictures
	maxPage     = 16 << 20 // bytes of the page itself
	maxTags     = 1_000_000
	maxOpenings = 5_000_000 // how often a page may make its reader begin bold, links and the like anew
)

var (
	errLarge = problem.Problem{Message: "trang web quá lớn: hơn 16 MB chữ, hoặc hơn 32 MB cả hình", Hint: tooMuch}
	errTags  = problem.Problem{Message: "trang web có quá nhiều phần: hơn 1 triệu thẻ, hoặc thẻ lồng nhau bất " +
		"thường", Hint: tooMuch}
	errDamaged = problem.Problem{Message: "trang web này đã hỏng hoặc bị cắt ngắn",
		Hint: "mở lại trang bằng trình duyệt rồi lưu lại, hoặc mở bằng Word và lưu thành .docx"}
	errNoPage = problem.Problem{Message: "tệp .mht này không có trang web nào bên trong",
		Hint: "mở tệp bằng Word hoặc trình duyệt, lưu thành .docx hoặc .html"}
	errLetters = problem.Problem{Message: "không rõ trang web ghi theo bảng mã nào",
		Hint: "mở trang bằng Word, lưu thành .docx, rồi thử lại"}
)

const tooMuch = "kiểm tra xem có chọn nhầm tệp không; nếu không, mở bằng Word, chỉ giữ lại phụ lục, lưu thành .docx"

// Read reads a saved page (.html, .htm, .mht, .mhtml); name is its file in problems.
func Read(name string, data []byte) (*document.Document, error) {
	return Until(context.Background(), name, data)
}

// Until reads a saved page as Read does, and stops with the error of ctx when that ends:
// within the parser too, which takes a page of 16 MB in one go.
func Until(ctx context.Context, name string, data []byte) (*document.Document, error) {
	d, err := read(ctx, data)
	if ended := ctx.Err(); ended != nil {
		return nil, ended
	}
	if err != nil {
		p := problem.As(err, errDamaged)
		p.File = name
		return nil, p
	}
	d.File = name
	return d, nil
}

func read(ctx context.Context, data []byte) (*document.Document, error) {
	if len(data) > maxFile {
		return nil, errLarge
	}
	letters := ""
	if IsArchive(data) {
		page, contentType, err := pageOf(data)
		if err != nil {
			return nil, err
		}
		data, letters = page, contentType
	}
	if len(data) > maxPage {
		return nil, errLarge
	}
	text, err := decoded(data, letters)
	if err != nil {
		return nil, err
	}
	if !modest(&ending{ctx, bytes.NewReader(text)}) {
		return nil, errTags
	}
	root, err := html.Parse(&ending{ctx, bytes.NewReader(text)})
	if err != nil {
		return nil, errTags // the only thing it refuses is depth
	}
	w := &walker{ctx: ctx, budget: &document.Budget{}}
	var f flow
	w.walk(root, &f)
	f.flush()
	return &document.Document{Blocks: f.blocks}, w.err
}

// ending is a page that ends with a context. The parser asks for a few kilobytes at a time.
type ending struct {
	ctx  context.Context
	page *bytes.Reader
}

func (e *ending) Read(p []byte) (int, error) {
	if err := e.ctx.Err(); err != nil {
		return 0, err
	}
	const few = 4 << 10
	return e.page.Read(p[:min(len(p), few)])
}

// decoded is the page as UTF-8. A page that does not say its letters is UTF-8 when it
// can be; the guess of browsers, a western alphabet, would turn every Vietnamese word
// into noise.
func decoded(data []byte, contentType string) ([]byte, error) {
	encoding, name, certain := charset.DetermineEncoding(data, contentType)
	if name == "utf-8" || !certain && utf8.Valid(data) {
		return bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), nil
	}
	isSaid := bytes.Contains(bytes.ToLower(data[:min(len(data), 1024)]), []byte("charset"))
	if !certain && !isSaid {
		return nil, errLetters
	}
	return encoding.NewDecoder().Bytes(data)
}

// modest tells whether a page is within bounds before a tree is made of it. Tags such as
// <b> that are not closed are begun anew in every paragraph, which a few letters could
// use to fill the memory.
func modest(text io.Reader) bool {
	z := html.NewTokenizer(text)
	tags, openings, open := 0, 0, 0
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return true
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tags++
			switch {
			case slices.Contains(formatting, string(name)) && kind == html.StartTagToken:
				open++
			case slices.Contains(formatting, string(name)) && open > 0:
				open--
			case kind == html.StartTagToken:
				openings += open
			}
		}
		if tags > maxTags || openings > maxOpenings {
			return false
		}
	}
}

var formatting = []string{"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong",
	"tt", "u"}
