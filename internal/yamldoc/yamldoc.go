// Package yamldoc reads one YAML or JSON document into a Go value, strictly,
// and tells every mistake in it at once, each with its line and column.
//
// Packs of criteria and reports of communes are written by hand, so a key that
// is misspelt, written twice or of the wrong kind must never be passed over:
// a figure under a misspelt key would be a figure that was never reported.
// goccy/go-yaml parses; its own strict decoder stops at the first mistake and
// speaks English, so the walk over its syntax tree is ours. Values are then
// held against their `validate` tags by validator/v10.
//
// Numbers are read from the text as it stands, never through a binary float.
package yamldoc

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"ntm/internal/problem"
	"ntm/internal/vi"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// MaxSize is the largest document read, in bytes. The report of a commune has
// some twenty thousand.
const MaxSize = 2 << 20

// Pos is where a value stands in its document. A struct with a field of this
// type, tagged `yaml:"-"`, has it filled in; so has one with another type of that
// name and a File, a Line and a Column.
type Pos = problem.Pos

func isPos(t reflect.Type) bool { return t.Kind() == reflect.Struct && t.Name() == "Pos" }

func setPos(v reflect.Value, at Pos) {
	v.FieldByName("File").SetString(at.File)
	v.FieldByName("Line").SetInt(int64(at.Line))
	v.FieldByName("Column").SetInt(int64(at.Column))
}

// Read decodes the file at path. The error is a problem.List.
func Read(path string, into any) error {
	info, err := os.Stat(path) // a pipe would be waited for when it is opened
	switch {
	case err != nil:
		return problem.In(path, problem.Unopened(err))
	case info.IsDir():
		return problem.In(path, problem.Problem{Message: "đây là một thư mục, không phải tệp",
			Hint: "chỉ ra một tệp .yaml hoặc .json trong thư mục này"})
	case !info.Mode().IsRegular():
		return problem.In(path, problem.Problem{Message: "đây không phải là một tệp thường",
			Hint: "chỉ ra một tệp .yaml hoặc .json"})
	}
	f, err := os.Open(path)
	if err != nil {
		return problem.In(path, problem.Unopened(err))
	}
	defer f.Close() //nolint:errcheck // opened for reading: nothing is lost
	data, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	if err != nil {
		return problem.In(path, problem.Unopened(err))
	}
	return Decode(path, data, into)
}

// Decode decodes data, named file in messages, into the struct into points to,
// with the readers for types of other packages. The error is a problem.List.
func Decode(file string, data []byte, into any, readers ...Reader) error {
	body, err := parse(file, data)
	if err != nil {
		return err
	}
	w := &walker{
		file: file, path: reflect.TypeOf(into).Elem().Name(), places: map[string]Pos{}, unread: map[keyAt]bool{},
		readers: map[reflect.Type]func(Node, any){},
	}
	for _, r := range readers {
		w.readers[r.of] = r.read
	}
	w.decode(body, into)
	if !isMapping(body) {
		return w.problems.Err() // there are no keys to be missing
	}
	for _, p := range w.validate(into) {
		p.File = file
		w.problems.Add(p)
	}
	return w.problems.Err()
}

// parse gives the root of the one document in data.
func parse(file string, data []byte) (ast.Node, error) {
	fail := func(at *token.Position, message, hint string) error {
		pos := Pos{File: file}
		if at != nil {
			pos.Line, pos.Column = at.Line, at.Column
		}
		return problem.List{pos.Problem(message, hint)}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > MaxSize:
		return nil, fail(nil, fmt.Sprintf("tệp quá lớn: hơn %d MB", MaxSize>>20),
			"một báo cáo chỉ vài chục KB; kiểm tra xem có chọn nhầm tệp không")
	case len(bytes.TrimSpace(data)) == 0:
		return nil, fail(nil, "tệp trống", "điền báo cáo rồi thử lại")
	case tooDeep(data):
		return nil, fail(nil, "tệp lồng quá sâu", "bỏ bớt các tầng ngoặc hoặc gạch đầu dòng")
	case !utf8.Valid(data):
		return nil, fail(nil, "tệp không phải văn bản UTF-8", "lưu lại tệp với bảng mã UTF-8 (Unicode)")
	}
	if root := parseJSON(data); root != nil {
		return root, nil
	}
	if strings.HasSuffix(strings.ToLower(file), ".json") {
		if at := jsonSyntax(data); at != nil {
			return nil, fail(at, "sai cú pháp JSON", "xem dấu phẩy, ngoặc kép và ngoặc nhọn ở chỗ này "+
				"và ngay trước đó")
		}
	}
	tree, err := parseTree(data)
	if err != nil {
		var at *token.Position
		var syntax yaml.Error
		if errors.As(err, &syntax) && syntax.GetToken() != nil {
			at = syntax.GetToken().Position
		}
		return nil, fail(at, "sai cú pháp YAML", "xem thụt đầu dòng (dùng dấu cách, không dùng phím "+
			"Tab), dấu hai chấm và ngoặc ở chỗ này")
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil || tree.Docs[0].Body.Type() == ast.NullType {
		return nil, fail(nil, "tệp trống", "điền báo cáo rồi thử lại")
	}
	if len(tree.Docs) > 1 {
		var at *token.Position
		if start := tree.Docs[1].Start; start != nil {
			at = start.Position
		}
		return nil, fail(at, "tệp có nhiều hơn một văn bản", "tách mỗi văn bản (sau dấu ---) ra một tệp")
	}
	return tree.Docs[0].Body, nil
}

// tooDeep looks for nesting that no document of ours has before the parser sees
// it, which takes minutes and gigabytes over a file of brackets.
func tooDeep(data []byte) bool {
	depth, dashes, lineStart := 0, 0, true
	for _, b := range data {
		switch b {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		case '\n':
			dashes, lineStart = 0, true
			continue
		case '-', '?':
			if lineStart {
				dashes++
			}
		case ' ':
			continue
		}
		lineStart = lineStart && (b == '-' || b == '?')
		if depth > maxDepth || dashes > maxDepth {
			return true
		}
	}
	return false
}

// parseTree parses data. The parser panics on some broken input; that is broken
// input like any other.
func parseTree(data []byte) (tree *ast.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("parser: %v", r)
		}
	}()
	return parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
}

// jsonSyntax finds the first place where data is not JSON, nil for none. YAML would read
// much that JSON does not allow, and a .json file is what other programs read.
func jsonSyntax(data []byte) *token.Position {
	var any json.RawMessage
	var syntax *json.SyntaxError
	if !errors.As(json.Unmarshal(data, &any), &syntax) { // into a RawMessage nothing else can go wrong
		return nil
	}
	before := data[:min(int(syntax.Offset), len(data))]
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	return &token.Position{Line: bytes.Count(before, []byte("\n")) + 1, Column: max(column, 1)}
}

// OneOf sets word to text when it is one of choices, and else says which words
// there are. what names the kind of word to the reader.
func OneOf[T ~string](word *T, text []byte, what string, choices []T) error {
	if i := slices.Index(choices, T(text)); i >= 0 {
		*word = choices[i]
		return nil
	}
	names := vi.List(", ", choices, func(c T) string { return string(c) })
	return fmt.Errorf("đọc thấy %s %q, cần một trong: %s", what, text, names)
}
