# labels: slow
# Images of one letter fill a sheet, those of all letters another; what is no letter is refused.
set -eu
. "$HELLO_DL_SOURCE/test/support/sample.sh"
sample poster --letter a
picture poster.png 1644 1454
sample poster
picture poster.png 1644 1454
refusal "poster: --letter: expected one of a b c d e f g h i j k l m n o p q r s t u v w x y z, found 'aa'" sample poster --letter aa
