package yamldoc

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"ntm/internal/problem"

	"github.com/shopspring/decimal"
)

// JSON writes the struct v points to as a document that Decode reads back into
// the same value: its yaml keys in their order, what is not given left out,
// empty lists kept, numbers with the decimals they were given. encoding/json
// would drop a number's last zeros, which say how finely it was measured. What
// would be too large to read back is a problem.Problem.
func JSON(v any) ([]byte, error) {
	var out, indented bytes.Buffer
	if err := encode(&out, reflect.ValueOf(v).Elem()); err != nil {
		return nil, err
	}
	err := json.Indent(&indented, out.Bytes(), "", " ")
	indented.WriteByte('\n')
	if indented.Len() > MaxSize {
		return nil, problem.Problem{Message: fmt.Sprintf("nội dung quá lớn: hơn %d MB khi ghi lại", MaxSize>>20),
			Hint: "rút ngắn các ghi chú, bớt các dòng kê"}
	}
	return indented.Bytes(), err
}

// NodeEncoder is a value that is written as another one, which its DecodeNode
// reads.
type NodeEncoder interface{ EncodeNode() any }

func encode(out *bytes.Buffer, v reflect.Value) error {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if d, ok := v.Interface().(decimal.Decimal); ok {
		out.WriteString(d.StringFixed(max(0, -d.Exponent())))
		return nil
	}
	if e, ok := v.Interface().(NodeEncoder); ok {
		return encode(out, reflect.ValueOf(e.EncodeNode()))
	}
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		text, err := m.MarshalText()
		if err != nil {
			return err
		}
		return encode(out, reflect.ValueOf(string(text)))
	}
	switch v.Kind() {
	case reflect.Struct:
		return encodeStruct(out, v)
	case reflect.Slice:
		out.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				out.WriteByte(',')
			}
			if err := encode(out, v.Index(i)); err != nil {
				return err
			}
		}
		out.WriteByte(']')
		return nil
	}
	text, err := json.Marshal(v.Interface())
	out.Write(text)
	return err
}

func encodeStruct(out *bytes.Buffer, v reflect.Value) error {
	out.WriteByte('{')
	comma := ""
	for i := range v.NumField() {
		key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
		if key == "-" || v.Field(i).IsZero() { // an empty list is not zero
			continue
		}
		out.WriteString(comma + `"` + key + `":`)
		if err := encode(out, v.Field(i)); err != nil {
			return err
		}
		comma = ","
	}
	out.WriteByte('}')
	return nil
}
