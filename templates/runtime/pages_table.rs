//! The table of an operation that answers in pages.

/// Says how the pages of an operation follow one another, and what their items are: where the list of them stands in the answer, a
/// `?` behind what may be missing.
macro_rules! pages {
    (
        $operation:ident:
            $by:ident $($name:literal $(in $location:ident $(as $is:ident)?)? $(first $first:literal)?)?
            $(, $fact:ident $pointer:literal)*;
        $(items $(($($list:tt)+))? -> $item:ty;)?
    ) => {
        impl runtime::Paged for $operation {
            const PAGING: &'static runtime::Paging = &runtime::Paging::$by($($name)?)
                $($(.$location() $(.$is())?)? $(.first($first))?)?
                $(.$fact($pointer))*;

            $(runtime::pages! { @length [$($($list)+)?] -> $item })?
        }

        $(runtime::pages! { @items $operation [$($($list)+)?] -> $item })?
    };
    (@length [$($list:tt)*] -> $item:ty) => {
        fn length(page: &Self::Output) -> ::core::option::Option<usize> {
            let list: ::core::option::Option<&::std::vec::Vec<$item>> =
                runtime::list!([&] page; $($list)*);
            ::core::option::Option::Some(list.map_or(0, ::std::vec::Vec::len))
        }
    };
    (@items $operation:ident [$($list:tt)*] -> $item:ty) => {
        impl runtime::Listed for $operation {
            type Item = $item;

            fn items(page: Self::Output) -> ::std::vec::Vec<$item> {
                runtime::list!([] page; $($list)*).unwrap_or_default()
            }
        }
    };
}

/// The list at the end of a way through an answer, taken out or looked at.
macro_rules! list {
    ([$($lent:tt)?] $page:expr;) => {
        ::core::option::Option::Some($page)
    };
    ([$($lent:tt)?] $page:expr; $field:ident?) => {
        runtime::Maybe::maybe($($lent)? $page.$field)
    };
    ([$($lent:tt)?] $page:expr; $field:ident? . $($rest:tt)+) => {
        runtime::Maybe::maybe($($lent)? $page.$field)
            .and_then(|inner| runtime::list!([$($lent)?] inner; $($rest)+))
    };
    ([$($lent:tt)?] $page:expr; $field:ident) => {
        ::core::option::Option::Some($($lent)? $page.$field)
    };
    ([$($lent:tt)?] $page:expr; $field:ident . $($rest:tt)+) => {
        runtime::list!([$($lent)?] $page.$field; $($rest)+)
    };
}

pub(crate) use {list, pages};
