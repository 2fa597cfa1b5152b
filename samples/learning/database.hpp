#pragma once
/// Trainings in a SQLite data base, one after another: the table `runs` has a row for each, `options` what it was begun with,
/// `measurements` its numbers, each with the step and a name.

#include <sqlite3.h>

#include <map>
#include <memory>
#include <string>

#include "table.hpp"

namespace samples {

/// Throws hello_dl::data_error with SQLite's reason if the file cannot be opened, is something else, or cannot be written.
class database {
 public:
  /// Opens or makes the file, and adds a run to it.
  database(const std::string& file, const std::map<std::string, std::string>& options);

  /// Adds what of the run's log is not there yet; its last row may have changed since. All of it or nothing.
  void add(const table& log);

 private:
  struct closer {
    void operator()(sqlite3* opened) const { sqlite3_close_v2(opened); }
  };
  void run(const char* sql);

  std::string file_;
  std::unique_ptr<sqlite3, closer> opened_;
  std::int64_t number_ = 0;  ///< the id of the run
  std::size_t rows_ = 0;     ///< how many of the log's are there
};

/// Whether the file begins as a SQLite data base does.
bool is_database(const std::string& file);

/// The numbers of the last run in a data base. Throws hello_dl::data_error if there is none.
table read_last_run(const std::string& file);

}  // namespace samples
