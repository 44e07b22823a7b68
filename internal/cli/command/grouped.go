package command

import "ntm/internal/list"

// Grouped gathers what belongs together, groups and members in the order given.
type Grouped[K comparable] struct {
	Names   []K
	Members map[K][]string
}

// Add adds a member to a group.
func (g *Grouped[K]) Add(name K, member string) {
	if g.Members == nil {
		g.Members = map[K][]string{}
	}
	g.Names = list.Once(g.Names, name)
	g.Members[name] = append(g.Members[name], member)
}
