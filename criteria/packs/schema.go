package packs

import (
	"reflect"
	"strings"

	"ntm/criteria"

	"github.com/shopspring/decimal"
)

// JSONSchema describes the format of a kind of pack (standard, overlay,
// procedure, figures or departments) for editors that complete and check as one writes, or
// is false for any other kind. It is read off the very types the loader fills,
// so the two cannot come apart; a generator from the module proxy would know
// neither a Series nor the closed words.
func JSONSchema(kind string) (map[string]any, bool) {
	types := map[string]reflect.Type{
		"standard": reflect.TypeFor[criteria.Standard](), "overlay": reflect.TypeFor[criteria.Overlay](),
		"procedure": reflect.TypeFor[criteria.Procedure](), "figures": reflect.TypeFor[figureFile](),
		"departments": reflect.TypeFor[divisionFile](),
	}
	t, ok := types[kind]
	if !ok {
		return nil, false
	}
	d := describer{defs: map[string]any{}}
	root := d.describe(t)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$defs"] = d.defs
	return root, true
}

// describer gathers the definitions of the structs it meets.
type describer struct{ defs map[string]any }

// shapes are the types that are not read as their Go kind says.
var shapes = map[reflect.Type]map[string]any{
	reflect.TypeFor[decimal.Decimal](): {"type": []string{"number", "string"}, "pattern": `^-?\d{1,15}(\.\d{1,9})?$`},
	reflect.TypeFor[criteria.Date]():   {"type": "string", "pattern": `^\d{4}-\d{2}-\d{2}$`},
	reflect.TypeFor[criteria.Series](): {"oneOf": []any{cellShape, map[string]any{"type": "object",
		"additionalProperties": map[string]any{"oneOf": []any{cellShape, columnsShape}}}}},
	reflect.TypeFor[criteria.Level]():        words(criteria.Levels),
	reflect.TypeFor[criteria.Status]():       words(criteria.Statuses),
	reflect.TypeFor[criteria.Layer]():        words(criteria.Layers),
	reflect.TypeFor[criteria.Trait]():        words(criteria.Traits),
	reflect.TypeFor[criteria.Unit]():         words(criteria.Units),
	reflect.TypeFor[criteria.LeftFrom]():     words(criteria.LeftFroms),
	reflect.TypeFor[criteria.CountOf]():      words(criteria.CountsOf),
	reflect.TypeFor[criteria.RelationKind](): words(criteria.RelationKinds),
	reflect.TypeFor[criteria.Told]():         words(criteria.Tellings),
	reflect.TypeFor[criteria.Op]():           words([]criteria.Op{criteria.AtLeast, criteria.AtMost}),
	// the only ones a pack writes, in a relative threshold
}

var (
	cellShape    = map[string]any{"oneOf": []any{map[string]any{"type": "number"}, map[string]any{"const": "unknown"}}}
	columnsShape = map[string]any{"type": "object", "additionalProperties": cellShape}
)

func words[T ~string](choices []T) map[string]any { return map[string]any{"enum": choices} }

func (d *describer) describe(t reflect.Type) map[string]any {
	if shape, ok := shapes[t]; ok {
		return shape
	}
	switch t.Kind() {
	case reflect.Pointer:
		return d.describe(t.Elem())
	case reflect.Slice:
		return map[string]any{"type": "array", "items": d.describe(t.Elem())}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Struct:
		name := strings.ToLower(t.Name())
		if _, known := d.defs[name]; !known {
			d.defs[name] = nil // so that a type that holds itself is named, not followed
			d.defs[name] = d.object(t)
		}
		return map[string]any{"$ref": "#/$defs/" + name}
	}
	return map[string]any{"type": "string"}
}

func (d *describer) object(t reflect.Type) map[string]any {
	properties := map[string]any{}
	required := d.fields(t, properties)
	out := map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

// fields describes the keys of a struct, those of embedded structs included,
// and lists those that must be there.
func (d *describer) fields(t reflect.Type, into map[string]any) (required []string) {
	for i := range t.NumField() {
		field := t.Field(i)
		key, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		rules := strings.Split(field.Tag.Get("validate"), ",")
		switch {
		case field.Type == reflect.TypeFor[criteria.Pos]():
		case field.Anonymous && key == "":
			required = append(required, d.fields(field.Type, into)...)
		case key != "" && key != "-":
			into[key] = d.describe(field.Type)
			if schema, ok := strings.CutPrefix(rules[0], "eq="); ok {
				into[key] = map[string]any{"const": schema}
			}
			if rules[0] == "required" || key == "schema" {
				required = append(required, key)
			}
		}
	}
	return required
}
