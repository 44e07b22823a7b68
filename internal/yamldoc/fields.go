package yamldoc

import (
	"reflect"
	"slices"
	"strings"
	"sync"
)

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
