package yamldoc

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"
	"ntm/internal/problem"
)

// checker holds values against their `validate` tags; fields go by their
// document keys.
var checker = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		return name
	})
	return v
})

// validate gives a problem for each field of the struct that breaks its tag, but
// for those that could not be read.
func validate(into any, unread map[keyAt]bool) problem.List {
	var broken validator.ValidationErrors
	if !errors.As(checker().Struct(into), &broken) {
		return nil
	}
	var list problem.List
	for _, field := range broken {
		at := nearestPos(reflect.ValueOf(into), field.StructNamespace())
		if unread[keyAt{at.Line, at.Column, field.Field()}] {
			continue
		}
		message, hint := explain(field)
		list.Add(at.Problem(message, hint))
	}
	return list
}

// explain says in the reader's words which rule a field breaks. The messages
// of validator's own translation print years as "2.021" and name Go types.
func explain(f validator.FieldError) (message, hint string) {
	key := f.Field()
	switch f.Tag() {
	case "required", "required_without", "required_with":
		return fmt.Sprintf("thiếu %q", key), "điền khóa này"
	case "eq":
		return fmt.Sprintf("%s là %q, cần %q", key, fmt.Sprint(f.Value()), f.Param()), ""
	case "oneof":
		return fmt.Sprintf("%s là %q, không có trong danh sách", key, fmt.Sprint(f.Value())),
			"chọn một trong: " + strings.Join(strings.Fields(f.Param()), ", ")
	case "gtefield":
		return fmt.Sprintf("%s là %v, không được nhỏ hơn %s", key, f.Value(), strings.ToLower(f.Param())), ""
	case "min", "gte":
		if f.Kind() == reflect.Slice {
			return fmt.Sprintf("%s cần ít nhất %s mục", key, f.Param()), ""
		}
		return fmt.Sprintf("%s là %v, cần từ %s trở lên", key, f.Value(), f.Param()), ""
	case "max", "lte":
		return fmt.Sprintf("%s là %v, cần không quá %s", key, f.Value(), f.Param()), ""
	default:
		return fmt.Sprintf("%s là %q, không hợp lệ", key, fmt.Sprint(f.Value())), ""
	}
}

var indexed = regexp.MustCompile(`^(\w+)(?:\[(\d+)\])?$`)

// nearestPos is the position of the innermost struct on the way to a field.
func nearestPos(v reflect.Value, namespace string) Pos {
	var pos Pos
	for i, step := range strings.Split(namespace, ".") {
		for v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		if i > 0 && v.Kind() == reflect.Struct {
			m := indexed.FindStringSubmatch(step)
			if m == nil || !v.FieldByName(m[1]).IsValid() {
				return pos
			}
			v = v.FieldByName(m[1])
			if index, err := strconv.Atoi(m[2]); err == nil && v.Kind() == reflect.Slice {
				v = v.Index(index)
			}
			for v.Kind() == reflect.Pointer && !v.IsNil() {
				v = v.Elem()
			}
		}
		if v.Kind() == reflect.Struct {
			for j := range v.NumField() {
				if at := v.Field(j); isPos(at.Type()) && at.FieldByName("Line").Int() > 0 {
					pos = Pos{File: at.FieldByName("File").String(), Line: int(at.FieldByName("Line").Int()), Column: int(at.FieldByName("Column").Int())}
				}
			}
		}
	}
	return pos
}
