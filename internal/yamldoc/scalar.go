package yamldoc

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"ntm/internal/vi"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
	"github.com/shopspring/decimal"
)

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
		w.unfit(n, "một số", "viết số trơn, dấu chấm trước phần thập phân, không có dấu ngăn hàng nghìn, ví dụ 1.53")
		return
	}
	v.Set(reflect.ValueOf(decimal.RequireFromString(text)))
}

func (w *walker) boolean(n ast.Node, v reflect.Value) {
	if b, ok := n.(*ast.BoolNode); ok {
		v.SetBool(b.Value)
		return
	}
	w.unfit(n, "true hoặc false", "")
}

func (w *walker) integer(n ast.Node, v reflect.Value) {
	text, ok := w.scalar(n)
	if !ok {
		return
	}
	i, err := strconv.ParseInt(text, 10, 32)
	if err != nil {
		w.unfit(n, "một số nguyên", "")
		return
	}
	v.SetInt(i)
}

// unfit notes that n is not what is wanted.
func (w *walker) unfit(n ast.Node, want, hint string) {
	w.fail(n, fmt.Sprintf("đọc thấy %q, ở đây cần %s", excerpt(n), want), hint)
}

// excerpt is what stands at n, short enough for a message.
func excerpt(n ast.Node) string {
	t := n.GetToken()
	if t == nil || t.Type == token.MappingStartType {
		return ""
	}
	return vi.Short(strings.TrimSpace(t.Value), 40)
}
