package criteria

// AtMost tells whether the less of a figure the better: whatever judges it asks for no
// more than so much. Of all other figures more is better, or nothing judges them.
func (lib *Library) AtMost(figure string) bool {
	lib.most.Do(func() { lib.mosts = lib.judgedByMost() })
	return lib.mosts[figure]
}

func (lib *Library) judgedByMost() map[string]bool {
	most, least := map[string]bool{}, map[string]bool{}
	for _, rule := range lib.Rules() {
		rule.Leaves(func(_ string, leaf *Ask) {
			switch leaf.Op() {
			case AtMost:
				most[leaf.Figure] = true
			case AtLeast:
				least[leaf.Figure] = true
			}
		})
	}
	for id := range least {
		delete(most, id)
	}
	return most
}
