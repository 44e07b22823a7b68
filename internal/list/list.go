// Package list is what is done with lists everywhere and the standard library leaves to
// loops: what is said of each, those that are so, how many are, and each once.
package list

import (
	"iter"
	"slices"
)

// Map is what f makes of each item, nil of none.
func Map[T, R any](items []T, f func(T) R) []R {
	if len(items) == 0 {
		return nil
	}
	out := make([]R, len(items))
	for i, item := range items {
		out[i] = f(item)
	}
	return out
}

// Where is the items that are so, in their order, nil where none is. The list stays as it is.
func Where[T any](items []T, is func(T) bool) []T {
	var out []T
	for _, item := range items {
		if is(item) {
			out = append(out, item)
		}
	}
	return out
}

// Count is how many items are so.
func Count[T any](items []T, is func(T) bool) int {
	n := 0
	for _, item := range items {
		if is(item) {
			n++
		}
	}
	return n
}

// Sum adds numbers up.
func Sum[T int | float64](numbers []T) (sum T) {
	for _, n := range numbers {
		sum += n
	}
	return sum
}

// By is the items by what key says of them, in the order in which it says that first.
func By[T any, K comparable](items []T, key func(T) K) iter.Seq2[K, []T] {
	var order []K
	of := map[K][]T{}
	for _, item := range items {
		k := key(item)
		if of[k] == nil {
			order = append(order, k)
		}
		of[k] = append(of[k], item)
	}
	return func(yield func(K, []T) bool) {
		for _, k := range order {
			if !yield(k, of[k]) {
				return
			}
		}
	}
}

// Once adds items that the list has not yet, each once.
func Once[T comparable](items []T, more ...T) []T {
	for _, item := range more {
		if !slices.Contains(items, item) {
			items = append(items, item)
		}
	}
	return items
}

// Entry is the first item that is so, added as made where none is yet.
func Entry[T any](items *[]T, is func(T) bool, made T) *T {
	i := slices.IndexFunc(*items, is)
	if i < 0 {
		i, *items = len(*items), append(*items, made)
	}
	return &(*items)[i]
}

// NonNil is a list that is written as an empty one where there is none.
func NonNil[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}
