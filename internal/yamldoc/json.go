package yamldoc

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// What is kept in stores is JSON, thousands of documents read at a time: the tree that the
// YAML parser makes of one takes it five times as long as this.

// jsonReader makes the tree of a JSON document, with the place of each value.
type jsonReader struct {
	*json.Decoder
	data         []byte
	at           int // up to where line and column are counted
	line, column int
	broken       bool // it is no JSON
}

// parseJSON gives the root of data, nil where it is not one object of JSON.
func parseJSON(data []byte) ast.Node {
	if start := bytes.TrimLeft(data, " \t\r\n"); len(start) == 0 || start[0] != '{' {
		return nil
	}
	r := &jsonReader{Decoder: json.NewDecoder(bytes.NewReader(data)), data: data, line: 1, column: 1}
	r.UseNumber()
	root := r.value()
	if r.broken || len(bytes.TrimSpace(data[r.InputOffset():])) > 0 {
		return nil
	}
	return root
}

// next is the token that comes next, with where it stands.
func (r *jsonReader) next() (json.Token, *token.Token) {
	before := int(r.InputOffset())
	t, err := r.Token()
	if err != nil {
		r.broken = true
		return nil, nil
	}
	start := before + bytes.IndexFunc(r.data[before:], func(c rune) bool { return !isBetween(c) })
	passed := r.data[r.at:start]
	if last := bytes.LastIndexByte(passed, '\n'); last >= 0 {
		r.line += bytes.Count(passed, []byte("\n"))
		r.column, passed = 1, passed[last+1:]
	}
	r.at, r.column = start, r.column+utf8.RuneCount(passed)
	return t, &token.Token{Position: &token.Position{Line: r.line, Column: r.column}}
}

// isBetween tells what stands between two tokens of JSON.
func isBetween(c rune) bool {
	switch c {
	case ' ', '\t', '\r', '\n', ',', ':':
		return true
	}
	return false
}

// value reads the value that comes next.
func (r *jsonReader) value() ast.Node {
	t, at := r.next()
	switch t := t.(type) {
	case json.Delim:
		if at.Value = t.String(); t == '{' {
			at.Type = token.MappingStartType
			return r.object(&ast.MappingNode{Start: at, IsFlowStyle: true})
		}
		return r.array(&ast.SequenceNode{Start: at, IsFlowStyle: true})
	case string:
		at.Value = t
		return &ast.StringNode{Token: at, Value: t}
	case json.Number:
		at.Value = t.String()
		return &ast.FloatNode{Token: at}
	case bool:
		at.Value = strconv.FormatBool(t)
		return &ast.BoolNode{Token: at, Value: t}
	}
	return &ast.NullNode{Token: at}
}

func (r *jsonReader) object(m *ast.MappingNode) ast.Node {
	for r.more() {
		t, at := r.next()
		key, isKey := t.(string)
		if !isKey {
			r.broken = true
			break
		}
		at.Value = key
		m.Values = append(m.Values, &ast.MappingValueNode{Start: at, Key: &ast.StringNode{Token: at, Value: key},
			Value: r.value()})
	}
	return m
}

func (r *jsonReader) array(s *ast.SequenceNode) ast.Node {
	for r.more() {
		s.Values = append(s.Values, r.value())
	}
	return s
}

// more tells whether another item of the open list or mapping comes; else its end is read.
func (r *jsonReader) more() bool {
	if r.broken || r.More() {
		return !r.broken
	}
	_, err := r.Token()
	r.broken = err != nil
	return false
}
