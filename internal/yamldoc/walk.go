package yamldoc

import (
	"encoding"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// NodeDecoder is a type that reads more shapes than one, such as a threshold
// that is one number, a number a column, or a number a column and year.
type NodeDecoder interface{ DecodeNode(n Node) }

// Reader reads a type of more shapes than one that knows no document itself.
type Reader struct {
	of   reflect.Type
	read func(n Node, into any)
}

// Reading makes a Reader of a function.
func Reading[T any](read func(n Node, into *T)) Reader {
	return Reader{reflect.TypeFor[T](), func(n Node, into any) { read(n, into.(*T)) }}
}

// Node is a value of the document on its way into a NodeDecoder or Reader.
type Node struct {
	ast ast.Node
	w   *walker
}

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
	if len(w.problems) >= enough {
		return
	}
	w.problems.Add(w.pos(n).Problem(message, hint))
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
			names := slices.Sorted(maps.Keys(fields.keys))
			hint := "các khóa dùng được: " + strings.Join(names, ", ")
			if near, ok := vi.Nearest(key, names); ok {
				hint = fmt.Sprintf("có phải ý là %q?", near)
			}
			if strings.Trim(key, "0123456789 %") == "" { // {value: 69,5}
				w.fail(keyNode, fmt.Sprintf("đọc thấy %q sau dấu phẩy, như một khóa mới", key),
					"số thập phân trong ngoặc nhọn viết bằng dấu chấm, ví dụ 69.5, hoặc đặt trong ngoặc kép: \"69,5\"")
				return
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

// fields are the keys of a struct, those of embedded structs included, and its positions.
type fields struct {
	keys   map[string]field
	places [][]int
}

// field is one of them: where it is in the struct, and the step to it as it is told.
type field struct {
	index []int
	step  string
}

// known are the fields of the structs that were read before.
var known sync.Map

func fieldsOf(t reflect.Type) *fields {
	if f, ok := known.Load(t); ok {
		return f.(*fields)
	}
	out := &fields{keys: map[string]field{}}
	out.add(t, ".", nil)
	known.Store(t, out)
	return out
}

func (f *fields) add(t reflect.Type, path string, above []int) {
	for i := range t.NumField() {
		one, index := t.Field(i), append(slices.Clone(above), i)
		tag, _, _ := strings.Cut(one.Tag.Get("yaml"), ",")
		switch {
		case isPos(one.Type):
			f.places = append(f.places, index)
		case one.Anonymous && tag == "":
			f.add(one.Type, path+one.Name+".", index)
		case tag != "" && tag != "-":
			f.keys[tag] = field{index, path + one.Name}
		}
	}
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
		w.fail(n, fmt.Sprintf("đọc thấy %q, ở đây cần các cặp khóa: giá trị", excerpt(n)), "")
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

// scalar is the text of a single value, in NFC and without stray spaces.
func (w *walker) scalar(n ast.Node) (string, bool) {
	switch s := n.(type) {
	case *ast.StringNode:
		return vi.NFC(s.Value), true
	case *ast.LiteralNode:
		return vi.NFC(s.Value.Value), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	w.fail(n, "ở đây cần một giá trị đơn, không phải danh sách hay nhóm khóa", "")
	return "", false
}

func (w *walker) decimal(n ast.Node, v reflect.Value) {
	text, ok := w.scalar(n)
	if !ok {
		return
	}
	if !plainDecimal.MatchString(text) {
		w.fail(n, fmt.Sprintf("đọc thấy %q, ở đây cần một số", excerpt(n)),
			"viết số trơn, dấu chấm trước phần thập phân, không có dấu ngăn hàng nghìn, ví dụ 1.53")
		return
	}
	v.Set(reflect.ValueOf(decimal.RequireFromString(text)))
}

func (w *walker) boolean(n ast.Node, v reflect.Value) {
	if b, ok := n.(*ast.BoolNode); ok {
		v.SetBool(b.Value)
		return
	}
	w.fail(n, fmt.Sprintf("đọc thấy %q, ở đây cần true hoặc false", excerpt(n)), "")
}

func (w *walker) integer(n ast.Node, v reflect.Value) {
	text, ok := w.scalar(n)
	if !ok {
		return
	}
	i, err := strconv.ParseInt(text, 10, 32)
	if err != nil {
		w.fail(n, fmt.Sprintf("đọc thấy %q, ở đây cần một số nguyên", excerpt(n)), "")
		return
	}
	v.SetInt(i)
}

// excerpt is what stands at n, short enough for a message.
func excerpt(n ast.Node) string {
	t := n.GetToken()
	if t == nil || t.Type == token.MappingStartType {
		return ""
	}
	return vi.Short(strings.TrimSpace(t.Value), 40)
}

// Text is the value as a single text, or false when it is a list or mapping.
func (n Node) Text() (string, bool) {
	switch n.ast.(type) {
	case *ast.MappingNode, *ast.SequenceNode:
		return "", false
	}
	return n.w.scalar(n.ast)
}

// Each calls f for every key of a mapping; keys written twice are noted.
func (n Node) Each(f func(key string, value Node)) {
	n.w.mapping(n.ast, func(key string, value, _ ast.Node) { f(key, Node{value, n.w}) })
}

// IsMapping tells whether the value has keys.
func (n Node) IsMapping() bool { return isMapping(n.ast) }

func isMapping(n ast.Node) bool {
	_, is := n.(*ast.MappingNode)
	return is
}

// Decode decodes the value into the thing into points to.
func (n Node) Decode(into any) { n.w.decode(n.ast, into) }

// Fail notes that the value does not fit.
func (n Node) Fail(message, hint string) { n.w.fail(n.ast, message, hint) }

// Pos is where the value stands.
func (n Node) Pos() Pos { return n.w.pos(n.ast) }
