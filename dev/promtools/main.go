// Runs the queries of a Grafana dashboard against what a controller exposes, with Prometheus's own engine.
//
//	dashboard-queries DASHBOARD.json < exposition
//
// The exposition counts as scraped every 15 seconds for ten minutes. Prints one line for each query: how many results it had, a
// tab, the query. Fails where Prometheus refuses one.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/model/textparse"
	"github.com/prometheus/prometheus/promql"
	"github.com/prometheus/prometheus/promql/parser"
	"github.com/prometheus/prometheus/tsdb"
)

const (
	scrapes  = 40
	interval = 15 * time.Second
)

type panel struct {
	Targets []struct {
		Expr string `json:"expr"`
	} `json:"targets"`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) != 2 {
		return errors.New("usage: dashboard-queries DASHBOARD.json < exposition")
	}
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		return err
	}
	var dashboard struct {
		Panels []panel `json:"panels"`
	}
	if err := json.Unmarshal(text, &dashboard); err != nil {
		return err
	}
	exposition, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "dashboard")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	database, err := tsdb.Open(folder, slog.New(slog.DiscardHandler), nil, tsdb.DefaultOptions(), nil)
	if err != nil {
		return err
	}
	defer database.Close()
	start := time.Now().Add(-scrapes * interval)
	for i := range scrapes {
		if err := scrape(database, exposition, start.Add(time.Duration(i)*interval)); err != nil {
			return err
		}
	}
	engine := promql.NewEngine(promql.EngineOpts{MaxSamples: 1_000_000, Timeout: time.Minute, Parser: parser.NewParser(parser.Options{})})
	end := start.Add((scrapes - 1) * interval)
	for _, panel := range dashboard.Panels {
		for _, target := range panel.Targets {
			query := strings.NewReplacer("$job", ".*", "$__rate_interval", "5m").Replace(target.Expr)
			prepared, err := engine.NewInstantQuery(context.Background(), database, nil, query, end)
			if err != nil {
				return fmt.Errorf("%s: %w", query, err)
			}
			result := prepared.Exec(context.Background())
			vector, err := result.Vector()
			if err != nil {
				return fmt.Errorf("%s: %w", query, err)
			}
			fmt.Printf("%d\t%s\n", len(vector), query)
		}
	}
	return nil
}

func scrape(database *tsdb.DB, exposition []byte, at time.Time) error {
	appender := database.Appender(context.Background())
	samples := textparse.NewPromParser(exposition, labels.NewSymbolTable(), false)
	for {
		entry, err := samples.Next()
		if errors.Is(err, io.EOF) {
			return appender.Commit()
		}
		if err != nil {
			return err
		}
		if entry != textparse.EntrySeries {
			continue
		}
		var series labels.Labels
		samples.Labels(&series)
		_, _, value := samples.Series()
		builder := labels.NewBuilder(series)
		builder.Set("job", "sealed-secrets-controller")
		builder.Set("instance", "controller:8081")
		if _, err := appender.Append(0, builder.Labels(), at.UnixMilli(), value); err != nil {
			return err
		}
	}
}
