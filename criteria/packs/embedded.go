package packs

import (
	"sync"

	"ntm/criteria"
)

var own = source{embedded, "packs", true}

// Embedded is the library of the packs that come with the program.
var Embedded = sync.OnceValue(readEmbedded)

func readEmbedded() *criteria.Library {
	lib, err := load(empty(), own)
	if err != nil {
		panic("packs: the embedded packs are broken, which their test forbids: " + err.Error())
	}
	return lib
}
