package yamldoc

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"ntm/internal/problem"

	"github.com/go-playground/validator/v10"
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
func (w *walker) validate(into any) problem.List {
	var broken validator.ValidationErrors
	if !errors.As(checker().Struct(into), &broken) {
		return nil
	}
	var list problem.List
	for _, field := range broken {
		at := w.nearest(field.StructNamespace())
		if w.unread[keyAt{at.Line, at.Column, field.Field()}] {
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

// nearest is the position of the innermost struct on the way to a field, given by its
// path as validator writes it.
func (w *walker) nearest(path string) Pos {
	for !w.places[path].Known() {
		last := strings.LastIndexByte(path, '.')
		if last < 0 {
			return Pos{}
		}
		path = path[:last]
	}
	return w.places[path]
}
