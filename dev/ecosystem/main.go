// Says what two GitOps tools make of objects, with the libraries that these tools use: kstatus for Flux, and a health script in
// Lua for Argo CD. Reads a Kubernetes List in JSON, prints one line of JSON for each item.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/fluxcd/cli-utils/pkg/kstatus/status"
	lua "github.com/yuin/gopher-lua"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	kubejson "k8s.io/apimachinery/pkg/util/json"
)

type health struct {
	Status  string `json:"status"`
	Message string `json:"message"`
}

type result struct {
	Name string `json:"name"`
	Flux health `json:"flux"`
	Argo health `json:"argo"`
}

func main() {
	if len(os.Args) != 2 {
		fail(fmt.Errorf("usage: object-health HEALTH.lua < list.json"))
	}
	script, err := os.ReadFile(os.Args[1])
	fail(err)
	list := map[string]any{}
	text, err := io.ReadAll(os.Stdin)
	fail(err)
	fail(kubejson.Unmarshal(text, &list)) // whole numbers stay whole
	items, ok := list["items"].([]any)
	if !ok {
		fail(fmt.Errorf("no items in the list"))
	}
	for _, each := range items {
		item, ok := each.(map[string]any)
		if !ok {
			fail(fmt.Errorf("an item is no object"))
		}
		object := &unstructured.Unstructured{Object: item}
		computed, err := status.Compute(object)
		fail(err)
		argo, err := run(string(script), item)
		fail(err)
		fail(json.NewEncoder(os.Stdout).Encode(result{object.GetName(), health{computed.Status.String(), computed.Message}, argo}))
	}
}

// run does what Argo CD does: the object is the global obj, only harmless libraries are there, the script returns a table.
func run(script string, object map[string]any) (health, error) {
	state := lua.NewState(lua.Options{SkipOpenLibs: true})
	defer state.Close()
	for name, open := range map[string]lua.LGFunction{lua.LoadLibName: lua.OpenPackage, lua.BaseLibName: lua.OpenBase, lua.TabLibName: lua.OpenTable} {
		if err := state.CallByParam(lua.P{Fn: state.NewFunction(open), Protect: true}, lua.LString(name)); err != nil {
			return health{}, err
		}
	}
	state.SetGlobal("obj", value(state, object))
	if err := state.DoString(script); err != nil {
		return health{}, err
	}
	table, ok := state.Get(-1).(*lua.LTable)
	if !ok {
		return health{}, fmt.Errorf("the script returned no table")
	}
	return health{lua.LVAsString(table.RawGetString("status")), lua.LVAsString(table.RawGetString("message"))}, nil
}

func value(state *lua.LState, decoded any) lua.LValue {
	switch typed := decoded.(type) {
	case map[string]any:
		table := state.NewTable()
		for key, each := range typed {
			table.RawSetString(key, value(state, each))
		}
		return table
	case []any:
		table := state.NewTable()
		for _, each := range typed {
			table.Append(value(state, each))
		}
		return table
	case string:
		return lua.LString(typed)
	case int64:
		return lua.LNumber(typed)
	case float64:
		return lua.LNumber(typed)
	case bool:
		return lua.LBool(typed)
	default:
		return lua.LNil
	}
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
