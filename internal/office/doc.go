// Package office is the work of the offices, one function a use case, for every face that the
// program has: what comes back of the forms (office/forms) is checked, taken in and judged,
// again where the law or the program is another, an older one made current again; a dossier is
// verified, and goes its way; what another office handed over is merged; the year is counted.
// Councils that sit are in office/sitting, mergers of communes in office/merging, the work on the
// law in office/lawdesk, what is asked of an assessment in office/asking, dossiers written in
// office/making.
//
// It knows the domain's types and the store. It knows no commands and no screens: what
// a person sees of a use case is told by whoever called it. It writes no words but those
// of errors, of what is odd and of names.
package office
