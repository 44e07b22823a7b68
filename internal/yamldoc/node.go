package yamldoc

import (
	"reflect"

	"github.com/goccy/go-yaml/ast"
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
