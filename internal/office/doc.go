// Package office is the work of the offices, one function a use case, for every face
// that the program has: reports are taken in, judged again, an older one made current
// again; a dossier goes its way; what another office handed over is merged.
//
// It knows the domain's types and the store. It knows no commands and no screens: what
// a person sees of a use case is told by whoever called it. It writes no words but those
// of errors, of what is odd and of names.
package office
