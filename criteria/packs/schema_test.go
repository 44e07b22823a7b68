package packs

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6" // an independent reader of JSON Schema
)

// compile reads the schema of a kind of pack as an editor would.
func compile(t *testing.T, kind string) *jsonschema.Schema {
	t.Helper()
	described, ok := JSONSchema(kind)
	if !ok {
		t.Fatalf("no schema for %s", kind)
	}
	text, err := json.Marshal(described)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	name := "ntm:///" + kind + ".json" // a bare name would be looked for in this folder, whose own may hold blanks
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile(name)
}

// asJSON gives a YAML document the way an editor hands it to a schema.
func asJSON(t *testing.T, text string) any {
	t.Helper()
	data, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestEmbeddedPacksFitTheirSchema(t *testing.T) {
	kinds := map[string]*jsonschema.Schema{}
	err := fs.WalkDir(embedded, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(embedded, name)
		if err != nil {
			return err
		}
		kind := strings.TrimSuffix(strings.TrimPrefix(SchemaOf(data), "ntm."), ".v1")
		if _, known := JSONSchema(kind); !known {
			return nil
		}
		if kinds[kind] == nil {
			kinds[kind] = compile(t, kind)
		}
		if err := kinds[kind].Validate(asJSON(t, string(data))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil || len(kinds) < 3 {
		t.Errorf("%d kinds of packs, %v", len(kinds), err)
	}
}

// What the schema refuses the loader refuses, and a good pack passes both.
func TestSchemaAndLoaderAgree(t *testing.T) {
	schema := compile(t, "overlay")
	if err := schema.Validate(asJSON(t, goodOverlay)); err != nil {
		t.Errorf("the pack without a slip: %v", err)
	}
	for name, slip := range map[string][2]string{
		"unknown key":         {"at_least: 100", "at_lest: 100"},
		"unknown layer":       {"layer: office", "layer: xã"},
		"no decision":         {"decision: {number: 00/QĐ-THỬ}\n", ""},
		"unknown status":      {"status: confirmed", "status: sure"},
		"a date that is none": {"2023-01-01", "1/1/2023"},
		"a list for a value":  {"at_least: 100", "at_least: [100]"},
		"a word for a number": {"at_least: 100", "at_least: nhiều"},
		"another schema":      {"ntm.overlay.v1", "ntm.overlay.v2"},
		"no schema":           {"schema: ntm.overlay.v1\n", ""},
		"an unknown trait":    {"at_least: 100", "at_least: 100\n    with: [ngheo]"},
	} {
		text := strings.Replace(goodOverlay, slip[0], slip[1], 1)
		if err := schema.Validate(asJSON(t, text)); err == nil {
			t.Errorf("%s: the schema passes it", name)
		}
		if _, err := loadOffice(t, text); err == nil {
			t.Errorf("%s: the loader passes it", name)
		}
	}
}

func TestNoSchemaForAnythingElse(t *testing.T) {
	if _, ok := JSONSchema("report"); ok {
		t.Error("a schema for reports came out of criteria")
	}
}
