package yamldoc

import (
	"encoding"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/vi"

	"github.com/goccy/go-yaml/ast"
	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"
)

// maxDepth bounds nesting; no document of ours goes deeper than a dozen.
const maxDepth = 64

// walker turns a syntax tree into Go values and gathers what does not fit.
type walker struct {
	file     string
	readers  map[reflect.Type]func(Node, any)
	depth    int
	path     string         // of what is being decoded: "Report.Figures[2].Value"
	places   map[string]Pos // of the structs that have one, by their path
	problems problem.List
	unread   map[keyAt]bool // keys whose values could not be read: those are not missing
}

// keyAt is a key of the struct at a position.
type keyAt struct {
	line, column int
	key          string
}

var (
	decimalType = reflect.TypeFor[decimal.Decimal]()
	// plainDecimal bounds a number to what an administrative figure can be;
	// an exponent would let a few letters stand for gigabytes of digits.
	plainDecimal = pattern.New(`^-?\d{1,15}(\.\d{1,9})?$`)
)

func (w *walker) decode(n ast.Node, into any) { w.value(n, reflect.ValueOf(into).Elem()) }

func (w *walker) pos(n ast.Node) Pos {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		n = m.Values[0].Key
	}
	p := Pos{File: w.file}
	if t := n.GetToken(); t != nil && t.Position != nil {
		p.Line, p.Column = t.Position.Line, t.Position.Column
	}
	return p
}

// enough is how many mistakes are told of one document; more help nobody.
const enough = 100

func (w *walker) fail(n ast.Node, message, hint string) {
	if len(w.problems) < enough {
		w.problems.Add(w.pos(n).Problem(message, hint))
	}
}

// value decodes n into v, or notes why it cannot.
func (w *walker) value(n ast.Node, v reflect.Value) {
	if w.depth++; w.depth > maxDepth {
		w.fail(n, "lồng quá sâu", "bỏ bớt các tầng ngoặc")
		return
	}
	defer func() { w.depth-- }()
	switch n.(type) {
	case *ast.NullNode:
		return // a key with nothing behind it is a key not given
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode, *ast.TagNode:
		w.fail(n, "không dùng neo (&), bí danh (*) và thẻ (!) ở đây", "viết thẳng giá trị")
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	if !w.byItself(n, v) {
		w.byKind(n, v)
	}
}

// byItself reads a value whose type says how it is read.
func (w *walker) byItself(n ast.Node, v reflect.Value) bool {
	if read, ok := w.readers[v.Type()]; ok {
		read(Node{n, w}, v.Addr().Interface())
		return true
	}
	if d, ok := v.Addr().Interface().(NodeDecoder); ok {
		d.DecodeNode(Node{n, w})
		return true
	}
	if v.Type() == decimalType {
		w.decimal(n, v)
		return true
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if text, ok := w.scalar(n); ok {
			if err := u.UnmarshalText([]byte(text)); err != nil {
				w.fail(n, err.Error(), "")
			}
		}
		return true
	}
	return false
}

// byKind reads any other value.
func (w *walker) byKind(n ast.Node, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		w.structure(n, v)
	case reflect.Slice:
		w.list(n, v)
	case reflect.Map:
		w.mapping(n, func(key string, value ast.Node, _ ast.Node) {
			item := reflect.New(v.Type().Elem()).Elem()
			w.within("["+key+"]", func() { w.value(value, item) })
			if v.IsNil() {
				v.Set(reflect.MakeMap(v.Type()))
			}
			v.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), item)
		})
	case reflect.String:
		if text, ok := w.scalar(n); ok {
			v.SetString(text)
		}
	case reflect.Bool:
		w.boolean(n, v)
	case reflect.Int:
		w.integer(n, v)
	default:
		panic("yamldoc: no way to decode into " + v.Type().String())
	}
}

func (w *walker) structure(n ast.Node, v reflect.Value) {
	at, fields := w.pos(n), fieldsOf(v.Type())
	for _, pos := range fields.places {
		setPos(v.FieldByIndex(pos), at)
		w.places[w.path] = at
	}
	w.mapping(n, func(key string, value, keyNode ast.Node) {
		into, ok := fields.keys[key]
		if !ok {
			if len(w.problems) >= enough {
				return
			}
			if strings.Trim(key, "0123456789 %") == "" { // {value: 69,5}
				w.fail(keyNode, fmt.Sprintf("đọc thấy %q sau dấu phẩy, như một khóa mới", key),
					"số thập phân trong ngoặc nhọn viết bằng dấu chấm, ví dụ 69.5, hoặc đặt trong ngoặc kép: \"69,5\"")
				return
			}
			names := slices.Sorted(maps.Keys(fields.keys))
			hint := "các khóa dùng được: " + strings.Join(names, ", ")
			if near, ok := vi.Nearest(key, names); ok {
				hint = fmt.Sprintf("có phải ý là %q?", near)
			}
			w.fail(keyNode, fmt.Sprintf("khóa không có trong mẫu %q", key), hint)
			return
		}
		before := len(w.problems)
		w.within(into.step, func() { w.value(value, v.FieldByIndex(into.index)) })
		if len(w.problems) > before {
			w.unread[keyAt{at.Line, at.Column, key}] = true
		}
	})
}

// within walks what stands a step further on.
func (w *walker) within(step string, walk func()) {
	before := w.path
	w.path += step
	walk()
	w.path = before
}

func (w *walker) list(n ast.Node, v reflect.Value) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		w.fail(n, "ở đây cần một danh sách", "viết mỗi mục một dòng, bắt đầu bằng dấu -")
		return
	}
	items := reflect.MakeSlice(v.Type(), 0, len(seq.Values))
	for _, item := range seq.Values {
		if _, empty := item.(*ast.NullNode); empty {
			w.fail(item, "mục này trống", "điền vào, hoặc bỏ dấu -")
			continue
		}
		items = reflect.Append(items, reflect.Zero(v.Type().Elem()))
		last := items.Len() - 1
		w.within("["+strconv.Itoa(last)+"]", func() { w.value(item, items.Index(last)) })
	}
	v.Set(items)
}

// mapping calls each for every key of n, and notes keys written twice.
func (w *walker) mapping(n ast.Node, each func(key string, value, keyNode ast.Node)) {
	m, ok := n.(*ast.MappingNode)
	if !ok {
		w.unfit(n, "các cặp khóa: giá trị", "")
		return
	}
	first := map[string]Pos{}
	for _, pair := range m.Values {
		key := norm.NFC.String(pair.Key.GetToken().Value)
		if before, twice := first[key]; twice {
			w.fail(pair.Key, fmt.Sprintf("khóa %q viết hai lần (lần trước ở dòng %d)", key, before.Line),
				"giữ một, bỏ một")
			continue
		}
		first[key] = w.pos(pair.Key)
		each(key, pair.Value, pair.Key)
	}
}
