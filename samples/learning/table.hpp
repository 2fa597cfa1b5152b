#pragma once
/// A log of numbers: named columns, a row now and then. In a file it is CSV, which spreadsheets and pandas read.

#include <string>
#include <vector>

namespace samples {

struct table {
  std::vector<std::string> columns;       ///< names without commas and line breaks
  std::vector<std::vector<double>> rows;  ///< a number for each column; NaN where there is none

  /// The numbers of a column, from the first row to the last.
  std::vector<double> column(std::size_t number) const;
};

/// A line of names, then one for each row; empty between commas where there is no number.
std::string to_csv(const table& log);

/// Reads such a file. Throws hello_dl::data_error if it is none: it names the line, what was expected, and what was found.
table read_csv(const std::string& file);

}  // namespace samples
